using System.Buffers.Binary;
using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>The table at the head of every page: mark of the entity, process, procedure, form, code, version and page.</summary>
internal static class DocxHeader
{
    public const string MarkId = "rIdMark";

    private static readonly int[] Widths = [1500, 1650, 3300, 1050, 1860];

    public static byte[] ToXml(FormDefinition form, FormDocxOptions options) => Bytes(Root(
        "hdr",
        El(
            "tbl",
            El(
                "tblPr",
                Val("tblStyle", "TableGrid"),
                El("tblW", At("w", Widths.Sum()), At("type", "dxa")),
                Val("jc", "center"),
                El("tblLayout", At("type", "fixed")),
                Val("tblLook", "0480"),
                Val("tblCaption", "Encabezado del formato"),
                Val("tblDescription", "Proceso, procedimiento, formato, código, versión y página")),
            El("tblGrid", Widths.Select(width => El("gridCol", At("w", width)))),
            Row(Mark(options), "PROCESO", form.Process ?? "", "CÓDIGO", Small(form.Code)),
            Row(null, "PROCEDIMIENTO", form.Procedure ?? "", "VERSIÓN", Small(form.Version)),
            Row(null, "FORMATO", form.Name, "Página", [Field("PAGE"), .. Small(" de "), Field("NUMPAGES")])),
        Wml.Paragraph("Header")));

    private static XElement Row(XElement? mark, string left, string text, string right, IEnumerable<XElement> value) => El(
        "tr",
        El("trPr", El("cantSplit")),
        Cell(0, [mark], mark is null ? El("vMerge") : Val("vMerge", "restart"), Val("vAlign", "center")),
        Cell(1, Small(left, Bold)),
        Cell(2, Small(text)),
        Cell(3, Small(right, Bold)),
        Cell(4, value));

    private static XElement Cell(int column, IEnumerable<XElement?> content, params object?[] properties) => El(
        "tc",
        El("tcPr", El("tcW", At("w", Widths[column]), At("type", "dxa")), properties),
        El("p", El("pPr", Val("pStyle", "Header"), column == 0 ? Val("jc", "center") : null), content));

    private static XElement[] Small(string text, params object[] format) => [Run(text, [.. format, Val("sz", 16), Val("szCs", 16)])];

    private static XElement Field(string name) => El("fldSimple", At("instr", $" {name} "), Small("1"));

    private static XElement Mark(FormDocxOptions options) =>
        options.MarkPng is { } png ? El("r", El("drawing", DocxPicture.Inline(MarkId, options.EntityName, PixelSize(png))))
        : Small(options.EntityName, Bold)[0];

    private static (int Width, int Height) PixelSize(byte[] png)
    {
        ReadOnlySpan<byte> signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        if (png.Length < 24 || !png.AsSpan().StartsWith(signature))
        {
            throw new InvalidDataException("The mark of the entity must be a PNG picture.");
        }

        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
