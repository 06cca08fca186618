using Acervo.Platform.Text;

namespace Acervo.Platform.Search.Words;

/// <summary>
/// Goes through a text word by word, as it is indexed, asked and marked. A code is its parts («FT-1311»), a number is one word however it is
/// written («1.300»), an acronym loses its points, and a word with a hyphen comes as one word first and then in its parts («co-creación»).
/// </summary>
internal ref struct WordCursor(ReadOnlySpan<char> text)
{
    /// <summary>Longer ones are no words: nobody types them.</summary>
    public const int Longest = 60;

    private readonly ReadOnlySpan<char> text = text;

    private int from;

    /// <summary>Until here the words are parts of one that came whole.</summary>
    private int partsEnd;

    /// <summary>The first part of one that came whole stands where that does.</summary>
    private bool hasPlace;

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Which word of the text it is, from 1; one that comes whole stands where its first part does.</summary>
    public int Place { get; private set; }

    /// <summary>Its parts follow.</summary>
    public bool IsWhole { get; private set; }

    public bool Next()
    {
        IsWhole = false;
        (Start, End) = Run(from);
        if (End == Start)
        {
            return false;
        }

        if (char.IsAsciiDigit(text[Start]))
        {
            End = NumberEnd(Start, End);
        }
        else if (IsAcronym(Start, End, out var last))
        {
            End = last;
        }
        else if (End > partsEnd && WholeEnd(Start, End) is var whole && whole > End)
        {
            (partsEnd, End, from) = (whole, whole, Start);
            (IsWhole, hasPlace) = (true, true);
            Place++;
            return true;
        }

        Place += hasPlace ? 0 : 1;
        (hasPlace, from) = (false, End);
        return true;
    }

    /// <summary>The word folded, without what joins its parts; empty when it is too long to be one.</summary>
    public readonly ReadOnlySpan<char> Folded(Span<char> into)
    {
        var length = 0;
        for (var at = Start; at < End; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                continue;
            }

            if (length == Math.Min(Longest, into.Length))
            {
                return default;
            }

            into[length++] = Folding.Fold(text[at]);
        }

        return into[..length];
    }

    /// <summary>The word without its inflection; empty when it is too long to be one.</summary>
    public readonly ReadOnlySpan<char> Stem(Span<char> into)
    {
        var folded = Folded(into);
        return into[..Stemmer.Shorten(into[..folded.Length])];
    }

    /// <summary>The next letters, or the next digits.</summary>
    private readonly (int Start, int End) Run(int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && IsOfRun(text[end], at))
        {
            end++;
        }

        return (at, end);
    }

    private readonly bool IsOfRun(char letter, int start) => char.IsAsciiDigit(text[start]) ? char.IsAsciiDigit(letter)
        : (char.IsLetterOrDigit(letter) && !char.IsAsciiDigit(letter)) || letter is >= '\u0300' and <= '\u036F';

    /// <summary>«1.300.000», with points or with spaces that keep a number together.</summary>
    private readonly int NumberEnd(int start, int end)
    {
        const int group = 3;
        var isGrouped = end - start <= group;
        while (isGrouped && end - start <= Longest && end + group < text.Length && text[end] is '.' or '\u00A0' or '\u202F' or '\u2009')
        {
            var next = Run(end + 1);
            isGrouped = next.Start == end + 1 && next.End == next.Start + group && char.IsAsciiDigit(text[next.Start]);
            end = isGrouped ? next.End : end;
        }

        return end;
    }

    /// <summary>«P.Q.R.», «D. C.» not.</summary>
    private readonly bool IsAcronym(int start, int end, out int last)
    {
        last = end;
        while (last - end <= Longest && end - start == 1 && last + 1 < text.Length && text[last] == '.' && Run(last + 1) is var next
            && next.Start == last + 1 && next.End == next.Start + 1 && !char.IsAsciiDigit(text[next.Start]))
        {
            last = next.End;
        }

        return last > end;
    }

    /// <summary>The end of letters that hyphens join.</summary>
    private readonly int WholeEnd(int start, int end)
    {
        while (end + 1 < text.Length && text[end] is '-' or '\u2010' or '\u2011' && end - start < Longest
            && Run(end + 1) is var next && next.Start == end + 1 && !char.IsAsciiDigit(text[next.Start]))
        {
            end = next.End;
        }

        return end;
    }
}
