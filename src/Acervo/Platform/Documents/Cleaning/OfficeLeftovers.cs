namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Says in words what a part was that did not come along to the public copy.</summary>
internal static class OfficeLeftovers
{
    public const string Properties = "propiedades del documento (autor, empresa, fechas)";

    private static readonly (string Part, string Words)[] Known =
    [
        ("docProps/thumbnail", "miniatura de la primera página"),
        ("docProps/", Properties),
        ("comment", "comentarios y sus autores"),
        ("person", "comentarios y sus autores"),
        ("people", "comentarios y sus autores"),
        ("vbaProject", "macros"),
        ("vbaData", "macros"),
        ("embeddings/", "archivos u objetos incrustados"),
        ("activeX", "controles ActiveX"),
        ("ctrlProps", "controles ActiveX"),
        ("customXml", "datos XML personalizados"),
        ("printerSettings", "configuración de impresora"),
        ("externalLink", "vínculos a otros libros"),
        ("pivot", "tablas dinámicas y sus datos de origen"),
        ("connections", "conexiones a datos"),
        ("glossary", "bloques de texto guardados"),
        ("media/", "imágenes que no se ven"),
        ("header", "encabezados y pies que no se ven"),
        ("footer", "encabezados y pies que no se ven"),
    ];

    /// <summary>Parts of a workbook that hold what people wrote and the copy does not have; the others are told where they are looked at.</summary>
    public static bool IsToldInWorkbooks(string part) =>
        !part.EndsWith(".rels", StringComparison.Ordinal)
        && Known.Any(known => known.Part is not ("media/" or "header" or "footer") && part.Contains(known.Part, StringComparison.OrdinalIgnoreCase));

    public static string Describe(string part) =>
        Known.FirstOrDefault(known => part.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Words ?? "partes internas que no se ven";
}
