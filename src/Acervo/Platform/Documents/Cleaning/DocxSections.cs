using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Drops the headers and footers that a document keeps but does not show: of a first page or of even pages that it treats as any other.</summary>
internal static class DocxSections
{
    public static void DropUnseenHeaders(XElement document, XElement? settings, CleaningNotes notes)
    {
        var evenPages = settings?.Element(W + "evenAndOddHeaders").IsOn() == true;
        var unseen = document.Descendants(W + "sectPr").SelectMany(section => section.Elements().Where(element =>
            element.Name.LocalName is "headerReference" or "footerReference"
            && (string?)element.Attribute(W + "type") switch
            {
                "first" => !section.Element(W + "titlePg").IsOn(),
                "even" => !evenPages,
                _ => false,
            })).ToList();
        unseen.Remove();
        notes.Add("encabezados y pies que no se ven", unseen.Count);
    }
}
