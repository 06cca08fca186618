using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Acervo.Platform.OpenData;

/// <summary>What a page tells programs about itself, written into its head: <c>@section Head { @Model.Metadata }</c>.</summary>
public sealed class PageMetadata : IHtmlContent
{
    /// <summary>Absolute.</summary>
    public required string Canonical { get; init; }

    public IReadOnlyList<(string Name, string Content)> DublinCore { get; init; } = [];

    public IReadOnlyList<(string Property, string Content)> OpenGraph { get; init; } = [];

    /// <summary>How large the picture is shown, in the words of those who began it; null where a page has none.</summary>
    public string? TwitterCard { get; init; }

    /// <summary>The same thing in other forms: JSON, feeds.</summary>
    public IReadOnlyList<PageAlternate> Alternates { get; init; } = [];

    /// <summary>schema.org as JSON-LD. A data block is not a script: the content policy lets it be, and «&lt;» is escaped in it.</summary>
    public string? JsonLd { get; init; }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        Tag(writer, encoder, "link", ("rel", "canonical"), ("href", Canonical));
        if (DublinCore.Count > 0)
        {
            Tag(writer, encoder, "link", ("rel", "schema.DCTERMS"), ("href", "http://purl.org/dc/terms/"));
        }

        foreach (var (name, content) in DublinCore)
        {
            Tag(writer, encoder, "meta", ("name", "DCTERMS." + name), ("content", content));
        }

        foreach (var (property, content) in OpenGraph)
        {
            Tag(writer, encoder, "meta", ("property", property), ("content", content));
        }

        if (TwitterCard is not null)
        {
            Tag(writer, encoder, "meta", ("name", "twitter:card"), ("content", TwitterCard));
        }

        foreach (var (href, type, title) in Alternates)
        {
            Tag(writer, encoder, "link", ("rel", "alternate"), ("type", type), ("title", title), ("href", href));
        }

        if (JsonLd is not null)
        {
            writer.Write("<script type=\"application/ld+json\">");
            writer.Write(JsonLd);
            writer.Write("</script>\n");
        }
    }

    private static void Tag(TextWriter writer, HtmlEncoder encoder, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.Write('<');
        writer.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            writer.Write(' ');
            writer.Write(attribute);
            writer.Write("=\"");
            encoder.Encode(writer, value);
            writer.Write('"');
        }

        writer.Write(">\n");
    }
}

/// <summary>Another form of a page.</summary>
public sealed record PageAlternate(string Href, string Type, string Title);
