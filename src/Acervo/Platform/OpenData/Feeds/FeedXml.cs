using System.Globalization;
using System.Text;
using System.Xml;

namespace Acervo.Platform.OpenData.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287) or RSS 2.0.</summary>
internal static class FeedXml
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false };

    public static byte[] ToAtom(Feed feed) => Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, "es-CO");
        Element(xml, "id", feed.SelfUrl);
        Element(xml, "title", feed.Title);
        Element(xml, "subtitle", feed.Description);
        Element(xml, "updated", Iso(feed.UpdatedAt));
        Link(xml, "self", "application/atom+xml", feed.SelfUrl);
        Link(xml, "alternate", "text/html", feed.HomeUrl);
        Author(xml, feed.Author);
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("entry", Atom);
            Element(xml, "id", entry.Id);
            Element(xml, "title", entry.Title);
            Element(xml, "published", Iso(entry.FirstAt));
            Element(xml, "updated", Iso(entry.PublishedAt));
            Link(xml, "alternate", "text/html", entry.Url);
            Link(xml, "related", "application/json", entry.JsonUrl);
            Author(xml, entry.Author);
            foreach (var tag in entry.Tags)
            {
                xml.WriteStartElement("category", Atom);
                xml.WriteAttributeString("term", Clean(tag));
                xml.WriteEndElement();
            }

            Element(xml, "summary", entry.Summary);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    public static byte[] ToRss(Feed feed) => Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Clean(feed.Title));
        xml.WriteElementString("link", feed.HomeUrl);
        xml.WriteElementString("description", Clean(feed.Description));
        xml.WriteElementString("language", "es-co");
        xml.WriteElementString("lastBuildDate", Rfc822(feed.UpdatedAt));
        Link(xml, "self", "application/rss+xml", feed.SelfUrl);
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Clean(entry.Title));
            xml.WriteElementString("link", entry.Url);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(entry.Id);
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc822(entry.PublishedAt));
            xml.WriteElementString("creator", DublinCore, Clean(entry.Author));
            foreach (var tag in entry.Tags)
            {
                xml.WriteElementString("category", Clean(tag));
            }

            xml.WriteElementString("description", Clean(entry.Summary));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    /// <summary>Letters that XML 1.0 cannot hold are left out; they come from pasted texts.</summary>
    public static string Clean(string text) => text.EnumerateRunes().All(IsAllowed)
        ? text
        : string.Concat(text.EnumerateRunes().Where(IsAllowed));

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            write(xml);
        }

        return bytes.ToArray();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

    private static void Link(XmlWriter xml, string rel, string type, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static string Iso(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Rfc822(DateTime time) => time.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
