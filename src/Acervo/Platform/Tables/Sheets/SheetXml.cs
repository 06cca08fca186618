using System.Globalization;
using System.Xml;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>XML of sheets, read as it comes by: no tree of it is ever made, nothing outside it is looked for, and no declaration is followed.</summary>
internal static class SheetXml
{
    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = TableLimits.UnpackedBytes,
        CloseInput = true,
    };

    public static XmlReader Open(Stream part) => XmlReader.Create(part, Reading);

    /// <exception cref="TableException">The file begins with a declaration, which a sheet never has.</exception>
    public static XmlReader Open(byte[] file)
    {
        if (DelimitedText.Decode(file[..Math.Min(file.Length, 4096)]).Contains("<!DOCTYPE", StringComparison.Ordinal))
        {
            throw new TableException("El archivo trae una declaración de tipo de documento (DTD), que no se lee por seguridad. Ábralo, guárdelo como .xlsx y "
                + "envíelo de nuevo.");
        }

        return Open(new MemoryStream(file, writable: false));
    }

    public static bool Is(this XmlReader xml, string space, string name) =>
        xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI == space;

    /// <summary>Goes to the end of the element that is being read.</summary>
    public static void Leave(this XmlReader xml)
    {
        var (depth, isOpen) = (xml.Depth, !xml.IsEmptyElement);
        while (isOpen && xml.Read())
        {
            isOpen = xml.Depth > depth;
        }
    }

    /// <summary>A count that stands in an attribute; what is none, or less than one, is one, and no count is larger than a sheet.</summary>
    public static int Count(this XmlReader xml, string name, string space) =>
        long.TryParse(xml.GetAttribute(name, space), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (int)Math.Clamp(count, 1, 1_048_576) : 1;

    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A number that was said, with how it is shown.</summary>
    public static TableCell Cell(double number, string? shown, string? format) =>
        new(shown ?? number.ToString("0.##########", CultureInfo.InvariantCulture)) { Number = number, Format = format };

    /// <summary>A moment that was said, as <c>2026-03-05T12:00:00</c>.</summary>
    public static TableCell? Moment(string? text, string? format) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? Moment(moment, format) : null;

    public static TableCell Moment(DateTime moment, string? format) =>
        new(moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
        {
            Day = new DateOnly(moment.Year, moment.Month, moment.Day),
            Format = format,
        };
}
