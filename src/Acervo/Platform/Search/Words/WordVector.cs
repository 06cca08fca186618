using System.Globalization;
using System.Text;

namespace Acervo.Platform.Search.Words;

/// <summary>
/// Writes the words of a text with their places as PostgreSQL reads a <c>tsvector</c>. The words are made here and not there, so that what is
/// indexed, asked and marked follows one rule.
/// </summary>
internal sealed class WordVector
{
    /// <summary>Of a word in the title, in the summary, in the names beside, in the text.</summary>
    public const char TitleWeight = 'A', SummaryWeight = 'B', NameWeight = 'C', TextWeight = 'D';

    /// <summary>A vector knows no place beyond the 16,383rd and holds a megabyte.</summary>
    private const int PartWords = 4000;

    /// <summary>Each part repeats the end of the one before, so that words which stand together are together in one.</summary>
    private const int Shared = 12;

    private readonly StringBuilder text = new();

    private readonly HashSet<string> idle = new(StringComparer.Ordinal);

    private int place;

    /// <summary>The words of the texts, one after the other, each with its weight.</summary>
    public static string Of(params ReadOnlySpan<(string Text, char Weight)> texts)
    {
        var vector = new WordVector();
        foreach (var (text, weight) in texts)
        {
            var cursor = new WordCursor(text);
            vector.Add(ref cursor, weight, PartWords);
            vector.place += Shared;
        }

        return vector.text.ToString();
    }

    /// <summary>A long text in parts.</summary>
    public static List<string> Parts(string text)
    {
        List<string> parts = [];
        var cursor = new WordCursor(text);
        while (true)
        {
            var vector = new WordVector();
            var isMore = vector.Add(ref cursor, TextWeight, PartWords);
            parts.Add(vector.text.ToString());
            if (!isMore)
            {
                return parts;
            }
        }
    }

    /// <returns>Whether the text goes on.</returns>
    private bool Add(ref WordCursor cursor, char weight, int most)
    {
        Span<char> letters = stackalloc char[WordCursor.Longest];
        var (first, end, isKept) = (place - cursor.Place, cursor.Place + most, false);
        var again = cursor;
        while (cursor.Place < end)
        {
            if (!isKept && cursor.Place >= end - Shared)
            {
                again = cursor;
                isKept = true;
            }

            if (!cursor.Next())
            {
                place = first + cursor.Place;
                return false;
            }

            Write(in cursor, first, weight, letters);
        }

        cursor = again;
        return true;
    }

    private void Write(ref readonly WordCursor cursor, int first, char weight, scoped Span<char> letters)
    {
        var folded = cursor.Folded(letters);
        if (StopWords.Has(folded))
        {
            if (idle.Add(folded.ToString()))
            {
                text.Append('\'').Append(cursor.Stem(letters)).Append("' ");
            }
        }
        else if (cursor.Stem(letters) is { IsEmpty: false } stem)
        {
            text.Append('\'').Append(stem).Append("':").Append(CultureInfo.InvariantCulture, $"{first + cursor.Place}").Append(weight).Append(' ');
        }
    }
}
