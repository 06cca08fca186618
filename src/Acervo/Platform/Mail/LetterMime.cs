using System.Text;
using System.Text.Encodings.Web;
using MimeKit;

namespace Acervo.Platform.Mail;

/// <summary>A letter as it travels: the text, the same text as simple HTML, and its files.</summary>
internal static class LetterMime
{
    public static MimeMessage Write(WaitingLetter letter, IReadOnlyList<LetterFile> files, MailboxAddress from, MailboxAddress to, string site)
    {
        var message = new MimeMessage
        {
            Subject = new string([.. letter.Subject.Where(sign => !char.IsControl(sign))]),
            Date = new DateTimeOffset(DateTime.SpecifyKind(letter.WrittenAt, DateTimeKind.Utc)),
            MessageId = $"{letter.MessageId}@{from.Domain}",
        };
        message.From.Add(from);
        message.To.Add(to);
        if (MailboxAddress.TryParse(letter.ReplyTo, out var back))
        {
            message.ReplyTo.Add(back);
        }

        // Nobody's absence is told to a machine (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("Content-Language", "es-CO");
        if (letter.Unsubscribe.Length > 0)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{WaitingLetter.On(letter.Unsubscribe, letter.Site, site)}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        var body = letter.BodyOn(site);
        MimeEntity words = new MultipartAlternative { Words("plain", body), Words("html", Html(body)) };
        message.Body = files.Count == 0 ? words : new Multipart("mixed") { words };
        foreach (var file in files)
        {
            ((Multipart)message.Body).Add(Attached(file));
        }

        return message;
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

    /// <summary>Base64, so that no line is too long and no server on the way touches it.</summary>
    private static TextPart Words(string kind, string text)
    {
        var part = new TextPart(kind) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }

    private static MimePart Attached(LetterFile file) => new(file.Type)
    {
        Content = new MimeContent(new MemoryStream(file.Bytes)),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = file.Name,
    };
}
