using System.Text;

namespace Acervo.Platform.Mail;

/// <summary>The words of a letter: greeting, short paragraphs, one link. Every letter of the program has this form.</summary>
public sealed record LetterText(string About, string Name, IReadOnlyList<string> Paragraphs, string LinkWords, string Link)
{
    private const int SubjectLength = 110;

    /// <summary>Under the link: what to do with the letter itself.</summary>
    public string Closing { get; init; } = "Este es un mensaje automático de Acervo; no hace falta responderlo.";

    /// <summary>One line, whatever a title typed by a person holds.</summary>
    public string Subject => OneLine(About, SubjectLength);

    public string Body
    {
        get
        {
            var text = new StringBuilder();
            text.Append(OneLine(Name, 80)).Append(":\n\n");
            foreach (var paragraph in Paragraphs)
            {
                text.Append(paragraph.ReplaceLineEndings("\n").Trim()).Append("\n\n");
            }

            text.Append(LinkWords).Append(":\n").Append(Link).Append("\n\n");
            return text.Append(Closing).Append('\n').ToString();
        }
    }

    /// <summary>A text on one line, cut at a length that fits.</summary>
    public static string OneLine(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= length ? line : line[..(length - 1)].TrimEnd() + "…";
    }
}
