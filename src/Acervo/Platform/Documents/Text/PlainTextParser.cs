using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Text;

/// <summary>Reads typed text, Markdown and pasted mails into blocks. Rows of cells are lines with tabs or with Markdown's bars.</summary>
internal sealed partial class PlainTextParser
{
    private readonly List<DocumentBlock> blocks = [];
    private readonly List<DocumentRow> rows = [];
    private IReadOnlyList<string> lines = [];
    private IReadOnlyList<MailLine> mail = [];
    private MailLine here;
    private HardWrap wrap = HardWrap.Of([]);
    private int? page;

    public static DocumentText Parse(ReadOnlySpan<byte> file) => new PlainTextParser().Parse(TextDecoder.Decode(file));

    private DocumentText Parse(string text)
    {
        page = text.Contains('\f', StringComparison.Ordinal) ? 1 : null;
        mail = MailQuote.Read(Break().Replace(Lines().Replace(text, "\n").Replace("\f", "\n\f\n", StringComparison.Ordinal), "  \n").Split('\n'));
        lines = [.. mail.Select(line => line.Text)];
        wrap = HardWrap.Of(lines);
        for (var index = 0; index < lines.Count; index++)
        {
            var turns = index > 0 && (mail[index].Quoted, mail[index].Signed) != (mail[index - 1].Quoted, mail[index - 1].Signed);
            if (turns)
            {
                EndTable();
            }

            here = mail[index];
            Take(lines[index], index == 0 || turns ? "" : lines[index - 1]);
        }

        EndTable();
        if (blocks.Count == 0)
        {
            throw new DocumentException("El archivo no tiene texto. Escriba o pegue el formato diligenciado y envíelo de nuevo.");
        }

        return new DocumentText { Kind = DocumentKind.PlainText, Blocks = blocks, Pages = page };
    }

    private void Take(string line, string before)
    {
        if (line == "\f")
        {
            page++;
            return;
        }

        if (Cells(line) is { } cells)
        {
            rows.Add(new DocumentRow([.. cells.Select((cell,
                column) => new DocumentCell(column, cell.Length == 0 ? [] : [new DocumentBlock { Text = cell, Page = page }]))]));
            return;
        }

        if (BarRule().IsMatch(line) && rows.Count > 0)
        {
            return;
        }

        EndTable();
        if (line.Trim().Length == 0 || Rule().IsMatch(line))
        {
            return;
        }

        Add(line, before);
    }

    private void Add(string line, string before)
    {
        var heading = Heading().Match(line);
        if (heading.Success)
        {
            Add(new DocumentBlock { Text = InlineText.Clean(heading.Groups["text"].Value), Heading = heading.Groups["level"].Length, Page = page });
            return;
        }

        var (marker, text) = ListMarker.Split(InlineText.Clean(line));
        if (marker is not null)
        {
            Add(new DocumentBlock { Text = text, Marker = marker, Level = Math.Min((line.Length - line.TrimStart().Length) / 2, 4), Page = page });
            return;
        }

        var follows = before.Trim().Length > 0 && blocks.Count > 0 && blocks[^1] is { Rows: null, Heading: null } && Cells(before) is null
            && !Rule().IsMatch(before);
        if (follows && wrap.Continues(before, line))
        {
            blocks[^1] = blocks[^1] with { Text = blocks[^1].Text + " " + text };
        }
        else if (follows && (blocks[^1].Marker is null || char.IsWhiteSpace(line[0])))
        {
            blocks[^1] = blocks[^1] with { Text = blocks[^1].Text + "\n" + text };
        }
        else
        {
            Add(new DocumentBlock { Text = text, Page = page });
        }
    }

    private void Add(DocumentBlock block) => blocks.Add(block with { Quoted = here.Quoted, Aside = here.Signed });

    private void EndTable()
    {
        if (rows.Count > 0)
        {
            Add(new DocumentBlock { Rows = [.. rows], Page = page });
            rows.Clear();
        }
    }

    private static List<string>? Cells(string line)
    {
        if (line.Trim().Length == 0 || BarRule().IsMatch(line))
        {
            return null;
        }

        if (Bars().Match(line) is { Success: true } bars)
        {
            return [.. bars.Groups["cells"].Value.Split('|').Select(InlineText.Clean)];
        }

        return line.TrimEnd().Contains('\t', StringComparison.Ordinal) && line.TrimStart().Contains('\t', StringComparison.Ordinal)
            && ListMarker.Split(line).Marker is null
            ? [.. line.TrimEnd().Split('\t').Select(InlineText.Clean)]
            : null;
    }

    [GeneratedRegex(@"\r\n|\r|\u2028|\u2029|\u0085|\v", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Lines();

    [GeneratedRegex(@"<br\s*/?>\n?", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Break();

    [GeneratedRegex(@"^\s{0,3}(?<level>#{1,6})\s+(?<text>.*?)\s*#*\s*$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?:[-=_*]\s*){3,}$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*\|(?<cells>.+)\|\s*$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Bars();

    [GeneratedRegex(@"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?\s*\|?)?\s*$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex BarRule();
}
