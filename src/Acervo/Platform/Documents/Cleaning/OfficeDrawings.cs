using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Cleans drawings, in Word and in Excel: hidden shapes, the names of picture files, private extensions; a cropped picture is refused.</summary>
internal static class OfficeDrawings
{
    private static readonly string[] Sides = ["l", "t", "r", "b"];
    private static readonly string[] Holders = ["drawing", "pict", "object", "twoCellAnchor", "oneCellAnchor", "absoluteAnchor"];

    public static void Clean(XElement root, CleaningNotes notes)
    {
        root.RemoveAll(element => element.Name.LocalName is "extLst" or "externalData" or "svgBlip");
        foreach (var hidden in root.Descendants().Where(IsHidden).ToList())
        {
            (hidden.Ancestors().FirstOrDefault(each => Holders.Contains(each.Name.LocalName)) ?? hidden).Remove();
            notes.Add("dibujos ocultos");
        }

        if (root.Descendants().Any(IsCropped))
        {
            throw new CleaningException("El documento tiene imágenes recortadas y guarda también la parte que no se ve. En Word o Excel use «Comprimir imágenes» con la opción «Eliminar las áreas recortadas», guarde y súbalo otra vez.");
        }

        foreach (var properties in root.Descendants().Where(element => element.Name.LocalName is "docPr" or "cNvPr"))
        {
            properties.SetAttributeValue("name", $"{properties.Name.LocalName} {(string?)properties.Attribute("id")}");
            if (properties.Parent?.Name.LocalName == "nvPicPr" && properties.Name.NamespaceName.EndsWith("/picture", StringComparison.Ordinal))
            {
                properties.SetAttributeValue("descr", null);
            }
        }

        foreach (var title in root.Descendants().Where(element => element.Name.LocalName == "imagedata").Attributes().Where(at => at.Name.LocalName is "title" or "href").ToList())
        {
            title.Remove();
        }
    }

    private static bool IsHidden(XElement element) =>
        (element.Name.LocalName is "docPr" or "cNvPr" && (string?)element.Attribute("hidden") is "1" or "true")
        || (((string?)element.Attribute("style"))?.Replace(" ", "", StringComparison.Ordinal).Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) ?? false);

    private static bool IsCropped(XElement element) => element.Name.LocalName switch
    {
        "srcRect" => Sides.Any(side => (string?)element.Attribute(side) is { } cut && cut is not ("0" or "0%") && !cut.StartsWith('-')),
        "imagedata" => element.Attributes().Any(at => at.Name.LocalName.StartsWith("crop", StringComparison.Ordinal) && at.Value.TrimEnd('f') is not "0"),
        _ => false,
    };
}
