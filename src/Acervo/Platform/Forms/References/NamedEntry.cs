using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Reference;

namespace Acervo.Platform.Forms.References;

/// <summary>The entry of a catalogue that some words name: by its code, its name, or another name that the catalogue knows.</summary>
/// <param name="Entry">The entry; null when there is none, or more than one.</param>
/// <param name="IsByOtherName">Whether the words are another name of it.</param>
internal sealed record NamedEntry(KnownTerm? Entry, bool IsByOtherName)
{
    /// <summary>How an entry is offered: by its name, and with its code where another has the same name.</summary>
    public static string TextOf(KnownTerm entry, ILookup<string, KnownTerm> byName) =>
        byName[entry.Name].Skip(1).Any() ? $"{entry.Name} ({entry.Code})" : entry.Name;

    /// <summary>Accents, capitals and punctuation do not matter; of two that are meant alike neither is taken.</summary>
    public static NamedEntry Of(string words, IReadOnlyList<KnownTerm> entries)
    {
        var key = Words.Key(words);
        return Only(entries, entry => entry.Code == words || $"{entry.Name} ({entry.Code})" == words)
            ?? Only(entries, entry => entry.Name == words)
            ?? Only(entries, entry => Words.Key(entry.Name) == key)
            ?? Only(entries, entry => entry.Aliases.Append(entry.Short).Any(other => key.Length > 0 && Words.Key(other) == key))
                ?.ByOtherName()
            ?? new NamedEntry(null, false);
    }

    private NamedEntry ByOtherName() => this with { IsByOtherName = Entry is not null };

    /// <summary>The one that is so; none when several are; null when the next way must be tried.</summary>
    private static NamedEntry? Only(IReadOnlyList<KnownTerm> entries, Func<KnownTerm, bool> isIt) => entries.Where(isIt).Take(2).ToList() switch
    {
        [] => null,
        [var one] => new NamedEntry(one, false),
        _ => new NamedEntry(null, false),
    };
}
