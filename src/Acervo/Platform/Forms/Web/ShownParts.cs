using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Acervo.Platform.Forms.Web;

/// <summary>
/// What a page showed of each of its parts when it was opened, some letters of each. It travels with the form as its version: by it a save knows what its
/// person changed there and what was saved elsewhere meanwhile, and puts the two together.
/// </summary>
/// <param name="Revision">The revision that was shown; -1 when nobody knows.</param>
/// <param name="Marks">The mark of each part.</param>
public sealed record ShownParts(int Revision, IReadOnlyDictionary<string, string> Marks)
{
    public static ShownParts Of(int revision, IReadOnlyDictionary<string, string> texts) =>
        new(revision, texts.ToDictionary(part => part.Key, part => MarkOf(part.Value), StringComparer.Ordinal));

    /// <summary>What a form brought along. Of what says nothing of a part, nobody knows what it showed.</summary>
    public static ShownParts Read(string? version)
    {
        var pieces = (version ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pieces.Skip(1).Select(piece => piece.Split(':')).Where(pair => pair.Length == 2))
        {
            marks[pair[0]] = pair[1];
        }

        return new ShownParts(int.TryParse(pieces.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1, marks);
    }

    /// <summary>What was saved elsewhere and is to stay, and what was written in both places.</summary>
    /// <param name="stored">The parts as they are kept.</param>
    /// <param name="posted">The same as they were sent.</param>
    public (IReadOnlySet<string> Kept, IReadOnlySet<string> Both) Compare(
        IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> posted)
    {
        var differing = posted.Keys.Where(part => stored.GetValueOrDefault(part, "") != posted[part]).ToList();
        var theirs = differing.Where(part => IsChanged(part, stored)).ToHashSet(StringComparer.Ordinal);
        var mine = differing.Where(part => IsChanged(part, posted)).ToHashSet(StringComparer.Ordinal);
        return (theirs.Except(mine).ToHashSet(StringComparer.Ordinal), theirs.Intersect(mine).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>For a page that now shows what is kept of some parts, beside what was typed.</summary>
    public ShownParts Seen(int revision, IReadOnlyDictionary<string, string> stored, IEnumerable<string> parts)
    {
        var marks = new Dictionary<string, string>(Marks, StringComparer.Ordinal);
        foreach (var part in parts)
        {
            marks[part] = MarkOf(stored.GetValueOrDefault(part, ""));
        }

        return new ShownParts(revision, marks);
    }

    /// <summary>After a save: what it left out stays as it was shown, so that what others wrote there is still told from what one types.</summary>
    /// <param name="revision">The revision after the save.</param>
    /// <param name="stored">The parts as they are kept now.</param>
    /// <param name="left">Those that the page shows otherwise than they are kept.</param>
    public ShownParts Saved(int revision, IReadOnlyDictionary<string, string> stored, IReadOnlyCollection<string> left) =>
        left.Count == 0 ? Of(revision, stored) : Seen(Revision, stored, stored.Keys.Except(left, StringComparer.Ordinal));

    public override string ToString() => string.Join(' ', Marks.Select(mark => $"{mark.Key}:{mark.Value}").Prepend($"{Revision}"));

    private bool IsChanged(string part, IReadOnlyDictionary<string, string> texts) =>
        Marks.GetValueOrDefault(part) != MarkOf(texts.GetValueOrDefault(part, ""));

    private static string MarkOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
}
