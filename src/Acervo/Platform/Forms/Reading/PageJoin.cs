namespace Acervo.Platform.Forms.Reading;

/// <summary>Takes the furniture out of a document's lines and puts paragraphs together again that the end of a page had cut.</summary>
internal sealed class PageJoin(Furniture furniture, LabelProbe labels)
{
    private static readonly HashSet<string> Connectors = new(
        ["de", "del", "la", "las", "el", "los", "un", "una", "y", "e", "o", "u", "en", "a", "al", "con", "por", "para", "que", "se", "su", "sus", "como",
        "sobre", "entre", "mas"],
        StringComparer.Ordinal);

    public List<ReadingLine> Of(IReadOnlyList<ReadingLine> lines)
    {
        var result = new List<ReadingLine>();
        var cut = false;
        for (var index = 0; index < lines.Count; index++)
        {
            var line = furniture.AfterFixed(lines[index]);
            if (IsFurniture(lines, index))
            {
                cut = true;
                continue;
            }

            var turned = result.Count > 0 && line.FillsLine is not null && line.Page != result[^1].Page;
            if ((cut || turned) && result.Count > 0 && Continues(result[^1], line))
            {
                result[^1] = Joined(result[^1], line);
            }
            else
            {
                result.Add(line);
            }

            cut = false;
        }

        return result;
    }

    private bool IsFurniture(IReadOnlyList<ReadingLine> lines, int index) => furniture.Is(lines[index])
        || (furniture.IsScrap(lines[index]) && (Near(lines, index, -1) || Near(lines, index, 1)));

    private bool Near(IReadOnlyList<ReadingLine> lines, int index, int step)
    {
        for (var distance = 1; distance <= 2; distance++)
        {
            var other = index + step * distance;
            if (other < 0 || other >= lines.Count || lines[other].Page != lines[index].Page)
            {
                return false;
            }

            if (furniture.Is(lines[other]))
            {
                return true;
            }

            if (!furniture.IsScrap(lines[other]))
            {
                return false;
            }
        }

        return false;
    }

    private bool Continues(ReadingLine line, ReadingLine next)
    {
        var (text, more) = (line.Text.TrimEnd('*', ' '), next.Text.TrimStart('*', ' '));
        if (next.Marker is not null || next.Heading || line.Heading || next.IsRow || line.IsRow || text.Length == 0 || more.Length == 0 || labels.IsWhole(line)
            || labels.Opens(next))
        {
            return false;
        }

        if (text[^1] is '.' or '!' or '?' or ':' or ';')
        {
            return false;
        }

        if (char.IsLower(more[0]) || text[^1] is ',' or '-' || more[0] is '(' && line.FillsLine != false)
        {
            return true;
        }

        return line.FillsLine ?? (text.Length > 60 && line.Words.Count > 0 && Connectors.Contains(line.Words[^1].Folded));
    }

    private static ReadingLine Joined(ReadingLine line, ReadingLine next)
    {
        var hyphen = line.Text.EndsWith('-') && line.Text.Length > 1 && char.IsLetter(line.Text[^2]) && char.IsLower(next.Text[0]);
        var text = hyphen ? line.Text[..^1] + next.Text : line.Text + " " + next.Text;
        return line.Saying(text.Replace("** **", " ", StringComparison.Ordinal)) with { FillsLine = next.FillsLine };
    }
}
