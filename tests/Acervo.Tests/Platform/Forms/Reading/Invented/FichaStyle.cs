namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>How a person laid the form out: every field is a habit seen in real files.</summary>
public sealed record FichaStyle
{
    public string LabelBefore { get; init; } = "";

    public string LabelAfter { get; init; } = "";

    public bool Colon { get; init; } = true;

    public bool Upper { get; init; }

    public bool Plain { get; init; }

    /// <summary>The answer stands on the line of its label.</summary>
    public bool SameLine { get; init; }

    public bool Help { get; init; } = true;

    /// <summary>Questions carry numbers as «2.1».</summary>
    public bool Numbered { get; init; }

    public bool SectionNumbers { get; init; } = true;

    public bool Version { get; init; } = true;

    /// <summary>Long labels were typed anew, with a slip in each: the seed of the slips.</summary>
    public int? Slips { get; init; }

    /// <summary>The instruction stands in brackets on the line of its label.</summary>
    public bool HelpBeside { get; init; }

    public int DateForm { get; init; }

    public int MarkForm { get; init; }

    public string Separator { get; init; } = " / ";

    public static FichaStyle Random(int seed)
    {
        var random = new Random(seed * 7919 + 3);
        var (before, after) = new[] { ("", ""), ("**", "**"), ("#### ", ""), ("### **", "**") }[random.Next(4)];
        return new FichaStyle
        {
            LabelBefore = before,
            LabelAfter = after,
            Colon = random.Next(3) > 0,
            Upper = random.Next(4) == 0,
            Plain = random.Next(4) == 0,
            SameLine = random.Next(4) == 0 && !before.StartsWith('#'),
            Help = random.Next(3) > 0,
            Numbered = random.Next(4) == 0,
            SectionNumbers = random.Next(3) > 0,
            Version = random.Next(3) > 0,
            DateForm = random.Next(4),
            MarkForm = random.Next(5),
            Separator = new[] { " / ", "; ", "\n" }[random.Next(3)],
        };
    }

    public string Label(string label, string? number, string? help = null)
    {
        label = Slips is { } seed ? Mangle.Slip(label, seed) : label;
        var text = (Colon || SameLine) && !label.EndsWith('?') ? label + ":" : label;
        text = Upper ? text.ToUpperInvariant() : text;
        if (Plain)
        {
            text = string.Concat(text.Normalize(System.Text.NormalizationForm.FormD)
                .Where(letter => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark));
        }

        text = HelpBeside && help is not null ? $"{text} ({help.Trim('(', ')')})" : text;
        return Numbered && number is not null ? $"{number} {text}" : text;
    }

    public string Date(DateOnly? day) => day is not { } date ? "" : DateForm switch
    {
        0 => $"día\tmes\taño\n{date:dd}\t{date:MM}\t{date:yyyy}",
        1 => $"{date:dd}/{date:MM}/{date:yyyy}",
        2 => $"{date.Day} de {Month(date.Month)} de {date.Year}",
        _ => $"Día: {date:dd} Mes: {date:MM} Año: {date:yyyy}",
    };

    /// <summary>The options with their marks and the detail between them.</summary>
    public string Options(bool? mark, string detailLabel, string? detail)
    {
        var (yes, no) = (mark == true, mark == false);
        return MarkForm switch
        {
            0 => $"- Si {(yes ? "X" : "")} {detailLabel} {detail}\n- No {(no ? "X" : "")}",
            1 => $"{(yes ? "☒" : "☐")} Sí {(no ? "☒" : "☐")} No {detailLabel} {detail}",
            2 => $"[{(yes ? "x" : " ")}] Sí\n[{(no ? "x" : " ")}] No\n{detailLabel} {detail}",
            3 => $"Sí {(yes ? "_X_" : "___")} No {(no ? "_X_" : "___")} {detailLabel} {detail ?? "________"}",
            _ => $"Sí: {(yes ? "✓" : "")}   No: {(no ? "✓" : "")}\n{detailLabel} {detail}",
        };
    }

    private static string Month(int month) =>
        new[] { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre" }[month - 1];
}
