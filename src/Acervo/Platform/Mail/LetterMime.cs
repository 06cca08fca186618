using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.Encodings.Web;

namespace Acervo.Platform.Mail;

/// <summary>
/// A letter as it travels: headers in ASCII, the text and the same text as simple HTML, both in base64. Everything that people typed is
/// encoded, so no header can be smuggled in and no line is too long.
/// </summary>
internal static class LetterMime
{
    private const int EncodedWordBytes = 42;

    public static string Write(WaitingLetter letter, MailAddress from, MailAddress to, string site)
    {
        var boundary = $"=_{letter.MessageId}";
        var text = new StringBuilder();
        Header(text, "Date", letter.WrittenAt.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Header(text, "From", Mailbox(from));
        Header(text, "To", Mailbox(to));
        Header(text, "Subject", Words(letter.Subject));
        Header(text, "Message-ID", $"<{letter.MessageId}@{from.Host}>");
        Header(text, "Auto-Submitted", "auto-generated");
        Header(text, "MIME-Version", "1.0");
        Header(text, "Content-Language", "es-CO");
        Header(text, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        var body = letter.BodyOn(site);
        Part(text, boundary, "text/plain", body);
        Part(text, boundary, "text/html", Html(body));
        return text.Append("\r\n--").Append(boundary).Append("--\r\n").ToString();
    }

    /// <summary>The text as a page: a paragraph each, addresses as links, nothing else.</summary>
    public static string Html(string body)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"es-CO\"><body style=\"font:16px/1.5 sans-serif;max-width:36em\">");
        foreach (var paragraph in body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").AppendJoin("<br>", paragraph.Split('\n').Select(Line)).Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }

    private static string Line(string line)
    {
        var safe = HtmlEncoder.Default.Encode(line);
        var isAddress = line.StartsWith("https://", StringComparison.Ordinal) || line.StartsWith("http://", StringComparison.Ordinal);
        return isAddress && !line.Contains(' ', StringComparison.Ordinal) ? $"<a href=\"{safe}\">{safe}</a>" : safe;
    }

    private static void Header(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");

    private static string Mailbox(MailAddress address) =>
        address.DisplayName.Length == 0 ? $"<{address.Address}>" : $"{Words(address.DisplayName)}\r\n <{address.Address}>";

    /// <summary>Encoded words of RFC 2047, cut between characters so that each stands alone.</summary>
    private static string Words(string value)
    {
        List<string> words = [];
        var piece = new StringBuilder();
        foreach (var rune in value.EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            if (Encoding.UTF8.GetByteCount(piece.ToString()) + rune.Utf8SequenceLength > EncodedWordBytes)
            {
                words.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(rune);
        }

        words.Add(piece.ToString());
        return string.Join("\r\n ", words.Select(word => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word))}?="));
    }

    private static void Part(StringBuilder text, string boundary, string type, string content) => text
        .Append("\r\n--").Append(boundary).Append("\r\nContent-Type: ").Append(type)
        .Append("; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
        .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
}
