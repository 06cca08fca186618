using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Keeps the links whose address is read in their text, and leads them to what is read. Of any other only the text stays.</summary>
internal static partial class DocxLinks
{
    public static void Resolve(DocxPart part, CleaningNotes notes)
    {
        var gone = new HashSet<XElement>();
        foreach (var link in part.Root.Descendants(W + "hyperlink").ToList())
        {
            var relation = part.Relations.GetValueOrDefault((string?)link.Attribute(R + "id") ?? "");
            var address = relation is null ? null : ShownAddress(relation, string.Concat(link.Descendants(W + "t").Select(text => text.Value)));
            link.RemoveAttributes();
            if (address is null)
            {
                notes.Add("vínculos cuya dirección no se lee en el texto", relation is null ? 0 : 1);
                gone.Add(link);
            }
            else
            {
                link.SetAttributeValue(R + "id", part.Out.Add("hyperlink", address, external: true));
            }
        }

        part.Root.UnwrapAll(gone.Contains);
    }

    private static string? ShownAddress(OfficeRelation relation, string text)
    {
        if (!relation.IsPublicLink || Address().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var shown = match.Value.Contains("://", StringComparison.Ordinal) ? match.Value
            : match.Groups["mail"].Success ? "mailto:" + match.Value : "https://" + match.Value;
        return Uri.TryCreate(shown.TrimEnd('.', ',', ';'), UriKind.Absolute, out var seen) && Uri.TryCreate(relation.Target, UriKind.Absolute, out var meant)
            && Bare(seen) == Bare(meant) ? seen.AbsoluteUri : null;
    }

    private static string Bare(Uri address) => address.Scheme == "mailto"
        ? $"{address.UserInfo}@{address.Host}".ToUpperInvariant()
        : address.Host.ToUpperInvariant().Replace("WWW.", "", StringComparison.Ordinal);

    [GeneratedRegex(@"https?://[^\s<>""]{3,400}|(?<mail>[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{3,120})|"
        + @"(www\.)?[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63}){1,6}(/[^\s<>""]{0,300})?",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
