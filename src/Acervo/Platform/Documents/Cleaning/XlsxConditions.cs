using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// The conditional formats of a sheet: comparisons with a number are worked out and drawn into the cells, the others are lost. One that might
/// hide what is in a cell, and cannot be worked out, refuses the workbook.
/// </summary>
internal sealed class XlsxConditions
{
    private readonly XlsxStyles styles;
    private readonly List<(XlsxArea Area, XElement Rule)> rules;

    public XlsxConditions(XElement sheet, string name, XlsxStyles styles, CleaningNotes notes)
    {
        this.styles = styles;
        rules = [.. sheet.Elements(S + "conditionalFormatting").SelectMany(format => XlsxArea.ParseAll((string?)format.Attribute("sqref"))
            .SelectMany(area => format.Elements(S + "cfRule").Select(rule => (Area: area, Rule: rule))))
            .OrderBy(pair => XlsxGrid.Whole(pair.Rule.Attribute("priority")))];
        if (rules.Count > 5_000 || sheet.Descendants().Any(IsNewAndHides))
        {
            throw Refusal(name);
        }

        notes.Add("formatos condicionales (los que comparan con un número quedan como color fijo)", rules.Select(pair => pair.Rule).Distinct().Count());
        Name = name;
    }

    private string Name { get; }

    /// <summary>How a cell is drawn with the formats that apply to it; null when its value is not drawn.</summary>
    public XlsxLook? Drawn(int row, int column, double? value, XlsxLook look)
    {
        XlsxLook? drawn = null;
        foreach (var (_, rule) in rules.Where(pair => pair.Area.Has(row, column)))
        {
            if (rule.Descendants().Any(element => (string?)element.Attribute("showValue") is "0" or "false"))
            {
                return null;
            }

            if (look.ShowsLetters && rule.Elements(S + "colorScale").Elements(S + "color")
                .Any(colour => styles.Palette.Read(colour) is { } ground && !(look with { Ground = ground }).ShowsLetters))
            {
                return null;
            }

            var changed = styles.Changed(look, (string?)rule.Attribute("dxfId"));
            var applies = Applies(rule, value);
            if (applies is null && look.ShowsLetters && (!changed.ShowsLetters || HidesByFormat(changed, value)))
            {
                throw Refusal(Name);
            }

            drawn ??= applies is true ? changed : null;
        }

        return drawn ?? look;
    }

    private static bool HidesByFormat(XlsxLook changed, double? value) => changed.Format != "General"
        && XlsxShown.Of(value ?? 1, changed.Format, changed.Ground ?? SeenColour.White, DateTime.UnixEpoch) is { Number: null };

    /// <summary>Whether the rule holds for a value; null when that is not worked out here.</summary>
    private static bool? Applies(XElement rule, double? value)
    {
        var limits = rule.Elements(S + "formula")
            .Select(formula => double.TryParse(formula.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) ? limit : (double?)null)
            .ToList();
        if ((string?)rule.Attribute("type") != "cellIs" || value is null || limits.Count == 0 || limits.Contains(null))
        {
            return null;
        }

        var sign = (string?)rule.Attribute("operator") ?? "";
        return sign switch
        {
            "between" when limits.Count == 2 => value >= limits[0] && value <= limits[1],
            "notBetween" when limits.Count == 2 => value < limits[0] || value > limits[1],
            _ => XlsxRule.Compare(sign, limits[0]!.Value)?.Invoke(value.Value),
        };
    }

    // Rules of Excel 2010 and newer lie in an extension, with the look inside them.
    private static bool IsNewAndHides(XElement element) => element.Name.LocalName == "cfRule" && element.Name != S + "cfRule"
        && element.Descendants().Any(each => each.Name.LocalName is "font" or "numFmt" || (string?)each.Attribute("showValue") is "0" or "false");

    private static CleaningException Refusal(string sheet) =>
        new($"La hoja «{sheet}» tiene un formato condicional que puede ocultar el contenido de sus celdas. Quítelo, guarde el libro y súbalo otra vez.");
}
