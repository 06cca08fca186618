using System.Globalization;
using System.Text.RegularExpressions;

namespace Acervo.Ui.Forms;

/// <summary>An amount as it is typed, in two boxes; keeps a wrong one so that the person can mend it.</summary>
public sealed partial record MoneyParts(string Amount, string Currency)
{
    /// <summary>The currencies of ISO 4217 in which offers, loans and budgets come here, the usual ones first.</summary>
    public static readonly IReadOnlyDictionary<string, string> Currencies = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["COP"] = "pesos colombianos",
        ["USD"] = "dólares de los Estados Unidos",
        ["EUR"] = "euros",
        ["GBP"] = "libras esterlinas",
        ["CHF"] = "francos suizos",
        ["CAD"] = "dólares canadienses",
        ["MXN"] = "pesos mexicanos",
        ["BRL"] = "reales",
        ["PEN"] = "soles",
        ["CLP"] = "pesos chilenos",
        ["ARS"] = "pesos argentinos",
        ["JPY"] = "yenes",
        ["CNY"] = "yuanes",
        ["KRW"] = "wones",
        ["SEK"] = "coronas suecas",
        ["NOK"] = "coronas noruegas",
        ["DKK"] = "coronas danesas",
        ["AUD"] = "dólares australianos",
    };

    /// <summary>What is kept as <c>COP 1500000.5</c>, in its boxes; a text that is no amount stays in the first.</summary>
    public static MoneyParts Of(string? kept) => kept is not null && IsKept(kept) ? new(Figure(kept), kept[..3]) : new(kept ?? "", "COP");

    public static bool IsKept(string text) => Kept().IsMatch(text) && Currencies.ContainsKey(text[..3]);

    /// <summary>«1.500.000,5 COP».</summary>
    public static string Shown(string kept) => $"{Figure(kept)}\u00A0{kept[..3]}";

    private static string Figure(string kept) => Spanish.Figure(decimal.Parse(kept.AsSpan(4), CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^[A-Z]{3} -?\d{1,20}(?:\.\d{1,12})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Kept();
}
