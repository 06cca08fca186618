using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Drops the headers and footers that a document keeps but does not show: of a first page or of even pages that it treats as any other.</summary>
internal static class DocxSections
{
    public static void DropUnseenHeaders(OfficePackage package, string main, XElement document, CleaningNotes notes)
    {
        var evenPages = Settings(package, main)?.Element(W + "evenAndOddHeaders") is { } even && IsOn(even);
        var unseen = document.Descendants(W + "sectPr").SelectMany(section => section.Elements().Where(element =>
            element.Name.LocalName is "headerReference" or "footerReference"
            && (string?)element.Attribute(W + "type") switch
            {
                "first" => section.Element(W + "titlePg") is not { } first || !IsOn(first),
                "even" => !evenPages,
                _ => false,
            })).ToList();
        unseen.Remove();
        notes.Add("encabezados y pies que no se ven", unseen.Count);
    }

    private static XElement? Settings(OfficePackage package, string main)
    {
        var part = OfficeRelations.Read(package, main).Find(relation => relation.Kind == "settings")?.Target;
        return part is not null && package.Has(part) ? OfficeXml.Read(package[part]) : null;
    }

    private static bool IsOn(XElement toggle) => (string?)toggle.Attribute(W + "val") is not ("0" or "false" or "off");
}
