using System.Buffers;
using Acervo.Platform.Search.Words;
using Npgsql;

namespace Acervo.Platform.Search;

/// <summary>Asks PostgreSQL which publications have some words, and where in them.</summary>
public sealed class Matcher(PublicDb db, Synonyms synonyms, WordFamily family)
{
    private const string PlacesSql = """
        SELECT array_send(array(SELECT id FROM site.search WHERE whole @@ $1::tsquery)),
               array_send(array(SELECT id FROM site.heads WHERE head @@ $1::tsquery)),
               array_send(array(SELECT id FROM site.heads WHERE head @@ $2::tsquery))
        """;

    internal async Task<Matches> MatchAsync(string text, SiteSnapshot site, CancellationToken cancel)
    {
        var question = await synonyms.WidenAsync(QuestionReader.Read(text), cancel);
        List<ChoiceMatch> choices = [];
        foreach (var choice in question.Choices)
        {
            choices.Add(await MatchAsync(choice, site, cancel));
        }

        return new Matches(choices, site.Rows.Length);
    }

    private async Task<ChoiceMatch> MatchAsync(Choice choice, SiteSnapshot site, CancellationToken cancel)
    {
        List<SoughtWord> words = [];
        List<WordPlaces> places = [];
        foreach (var asked in choice.Must.Concat(choice.Words))
        {
            var (word, found) = (asked, await PlacesAsync(asked, site, cancel));
            if (found.Anywhere.Count == 0 && await family.WidenAsync(asked, cancel) is { } wider)
            {
                (word, found) = (wider, await PlacesAsync(wider, site, cancel));
            }

            words.Add(word);
            places.Add(found);
        }

        SlotSet? barred = null;
        foreach (var word in choice.Without)
        {
            var has = (await PlacesAsync(word, site, cancel)).Anywhere;
            barred = barred?.Or(has) ?? has;
        }

        return new ChoiceMatch([.. words], [.. places], choice.Must.Count, barred, site.Rows.Length);
    }

    /// <summary>Words that stand nowhere are not kept: there are more of them than anybody could keep.</summary>
    private async Task<WordPlaces> PlacesAsync(SoughtWord word, SiteSnapshot site, CancellationToken cancel)
    {
        if (site.Postings.Find(word.Query) is { } known)
        {
            return known;
        }

        var found = (await db.FindAsync(PlacesSql, row => Places(row, site), cancel, word.Query, word.InTitle))!;
        if (found.Anywhere.Count > 0)
        {
            site.Postings.Keep(word.Query, found);
        }

        return found;
    }

    private static WordPlaces Places(NpgsqlDataReader row, SiteSnapshot site) =>
        new(Slots(row, 0, site), Slots(row, 1, site) is { Count: > 0 } head ? head : null, Slots(row, 2, site) is { Count: > 0 } title ? title : null);

    /// <summary>Reads them out of a borrowed array: the ids of twenty thousand hits would each time be a large object of their own.</summary>
    private static SlotSet Slots(NpgsqlDataReader row, int column, SiteSnapshot site)
    {
        var length = (int)row.GetBytes(column, 0, null, 0, 0);
        var ids = ArrayPool<byte>.Shared.Rent(length);
        row.GetBytes(column, 0, ids, 0, length);
        var slots = new SlotSet(site.Rows.Length);
        for (var i = 0; i < SentArray.Count(ids.AsSpan(0, length)); i++)
        {
            if (site.SlotOf(SentArray.Int64At(ids, i)) is var slot and >= 0)
            {
                slots.Add(slot);
            }
        }

        ArrayPool<byte>.Shared.Return(ids);
        return slots;
    }
}
