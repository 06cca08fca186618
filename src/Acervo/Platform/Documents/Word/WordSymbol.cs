using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Word;

/// <summary>Says a sign that was inserted out of a font of signs: ticks and boxes of Wingdings, mathematics of Symbol.</summary>
internal static class WordSymbol
{
    private static readonly Dictionary<int, string> Mathematics = new()
    {
        [0xA3] = "≤",
        [0xB3] = "≥",
        [0xB1] = "±",
        [0xB4] = "×",
        [0xB8] = "÷",
        [0xB9] = "≠",
        [0xBB] = "≈",
        [0xD6] = "√",
        [0xE5] = "∑",
        [0xA5] = "∞",
        [0xB0] = "°",
        [0xAE] = "→",
        [0xAC] = "←",
        [0xD7] = "·",
        [0x6D] = "µ",
        [0x44] = "Δ",
        [0x61] = "α",
        [0x62] = "β",
        [0x70] = "π",
        [0x53] = "Σ",
        [0x2B] = "+",
        [0x3D] = "=",
        [0x25] = "%",
        [0xB7] = "•",
        [0xF0] = "→",
    };

    public static string Of(SymbolChar symbol)
    {
        if (!int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            return "";
        }

        return symbol.Font?.Value is { } font && font.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase)
            ? Mathematics.GetValueOrDefault(code & 0xFF, "•") : Sign(code & 0xFF);
    }

    private static string Sign(int code) => code switch
    {
        0xFD or 0xFE or 0x54 or 0x53 or 0x78 => "☒",
        0xFB or 0xFC or 0x50 or 0x51 or 0x52 => "☑",
        0xA8 or 0x6F or 0xA3 => "☐",
        0xE0 or 0xF0 => "→",
        _ => "•",
    };
}
