namespace Acervo.Platform.Search;

/// <summary>Keeps the first so many of an order without putting the rest in order: a page of ten out of twenty thousand hits.</summary>
internal sealed class BestPlaces(long wanted)
{
    /// <summary>Beyond this, sorting everything once is cheaper than inserting.</summary>
    private const int WorthInserting = 200;

    private readonly List<SearchCursor> places = [];

    /// <summary>How many were added in all.</summary>
    public int Seen { get; private set; }

    public void Add(SearchCursor place)
    {
        Seen++;
        if (wanted > WorthInserting)
        {
            places.Add(place);
            return;
        }

        if (places.Count == wanted)
        {
            if (place >= places[^1])
            {
                return;
            }

            places.RemoveAt(places.Count - 1);
        }

        var at = places.BinarySearch(place);
        places.Insert(at < 0 ? ~at : at, place);
    }

    public IReadOnlyList<SearchCursor> InOrder()
    {
        if (wanted > WorthInserting)
        {
            places.Sort();
        }

        return places;
    }
}
