using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Reads the sheets of a workbook and refuses what is hidden in them.</summary>
internal static class XlsxSheets
{
    private static readonly XNamespace R = OfficeXml.Relationships;

    public static IReadOnlyList<XElement> Read(OfficePackage source, string main, XElement workbook)
    {
        var relations = OfficeRelations.Read(source, main);
        return [.. workbook.Descendants(S + "sheet").Select(sheet => Read(source, relations, sheet))];
    }

    private static XElement Read(OfficePackage source, List<OfficeRelation> relations, XElement sheet)
    {
        var name = (string?)sheet.Attribute("name");
        if ((string?)sheet.Attribute("state") is not (null or "visible"))
        {
            throw new CleaningException($"La hoja oculta «{name}» debe mostrarse o borrarse antes de publicar el libro.");
        }

        var relation = relations.Find(each => each.Id == (string?)sheet.Attribute(R + "id"));
        if (relation is null || relation.Kind != "worksheet" || !source.Has(relation.Target))
        {
            throw new CleaningException($"La hoja «{name}» no es una hoja de cálculo corriente y no se puede limpiar con certeza. Bórrela o copie su contenido a una hoja nueva.");
        }

        var root = OfficeXml.Read(source[relation.Target]);
        if (root.Descendants().Any(IsHidden))
        {
            throw new CleaningException($"La hoja «{name}» tiene filas o columnas ocultas o filtradas. Muéstrelas o bórrelas antes de publicar el libro.");
        }

        if (root.Descendants(S + "c").Any(cell => cell.Element(S + "f") is not null && cell.Element(S + "v") is null))
        {
            throw new CleaningException($"La hoja «{name}» tiene fórmulas sin resultado guardado. Ábrala en Excel, guárdela y súbala otra vez.");
        }

        return root;
    }

    private static bool IsHidden(XElement element) => element.Name.LocalName switch
    {
        "row" or "col" => IsTrue(element.Attribute("hidden")) || IsFlat((string?)element.Attribute("ht")) || IsFlat((string?)element.Attribute("width")),
        "sheetFormatPr" => IsTrue(element.Attribute("zeroHeight")),
        _ => false,
    };

    private static bool IsTrue(XAttribute? attribute) => (string?)attribute is "1" or "true";

    private static bool IsFlat(string? size) => size is "0" or "0.0";
}
