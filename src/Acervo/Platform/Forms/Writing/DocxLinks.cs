using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>The links of one document. Only addresses of the web and of mail become links; anything else stays text.</summary>
internal sealed class DocxLinks
{
    private readonly List<string> addresses = [];

    public static bool IsLinkable(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    public XElement Link(string address, object content)
    {
        var escaped = new Uri(address).AbsoluteUri;
        var at = addresses.IndexOf(escaped);
        if (at < 0)
        {
            at = addresses.Count;
            addresses.Add(escaped);
        }

        return El("hyperlink", new XAttribute(R + "id", Id(at)), At("history", 1), content);
    }

    public IEnumerable<(string Id, string Address)> All => addresses.Select((address, at) => (Id(at), address));

    private static string Id(int at) => $"rIdLink{at + 1}";
}
