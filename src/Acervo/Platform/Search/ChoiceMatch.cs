using System.Numerics;
using Acervo.Platform.Search.Words;

namespace Acervo.Platform.Search;

/// <summary>Which rows answer one way of a question, and how well.</summary>
internal sealed class ChoiceMatch
{
    /// <summary>A row must have this share of what the words say: a common word of two says too little.</summary>
    private const double Enough = 0.4;

    /// <summary>The rarest word counts for this many of the commonest. Coarse, so that a publication more seldom moves anything.</summary>
    private const int Rarest = 8;

    /// <summary>The score of a row with every word in its title.</summary>
    public const int Highest = 4095;

    private readonly SoughtWord[] words;
    private readonly WordPlaces[] places;
    private readonly int[] weights;
    private readonly int total;

    /// <summary>What a score counts for, by how many words a row has.</summary>
    private readonly double[] shares;
    private readonly int musts;
    private readonly SlotSet? barred;
    private readonly int size;

    /// <param name="words">What is sought, phrases in quotes first.</param>
    /// <param name="places">Where each of the words stands.</param>
    /// <param name="musts">How many are in quotes.</param>
    /// <param name="barred">Rows that have what must not be there.</param>
    /// <param name="size">How many rows there are.</param>
    public ChoiceMatch(SoughtWord[] words, WordPlaces[] places, int musts, SlotSet? barred, int size)
    {
        (this.words, this.places, this.musts, this.barred, this.size) = (words, places, musts, barred, size);
        weights = Array.ConvertAll(places, word => word.Anywhere.Count == 0 ? 0
            : Math.Clamp(BitOperations.Log2((uint)(size / word.Anywhere.Count)) + 1, 1, Rarest));
        total = weights.Sum();
        shares = [.. Enumerable.Range(0, words.Length + 1)
            .Select(has => has == 0 ? 0 : Highest * Math.Pow((double)has / words.Length, 3) / (Math.Max(1, total) * WordPlaces.Most))];
    }

    public IReadOnlyList<SoughtWord> Words => words;

    /// <summary>Words that stand nowhere.</summary>
    public IEnumerable<string> Unknown => words.Where((_, at) => places[at].Anywhere.Count == 0).Select(word => word.Typed);

    /// <summary>Rows with every word.</summary>
    public SlotSet All()
    {
        var all = places.Length == 0 ? new SlotSet(size).Not() : places[0].Anywhere;
        for (var at = 1; at < places.Length && all.Count > 0; at++)
        {
            all = all.And(places[at].Anywhere);
        }

        return Allowed(all);
    }

    /// <summary>Rows with enough of the words; where none has enough, those that have most.</summary>
    public SlotSet Some()
    {
        if (places.Length <= 1)
        {
            return All();
        }

        var (any, best) = (Any(), 0);
        foreach (var slot in any.All())
        {
            best = Math.Max(best, SaidIn(slot));
        }

        var least = Math.Min(best, total * Enough);
        var some = new SlotSet(size);
        foreach (var slot in any.All())
        {
            if (SaidIn(slot) >= least)
            {
                some.Add(slot);
            }
        }

        return some;
    }

    /// <summary>How well a row answers: rare words, words in its title, and many of the words count for more.</summary>
    public int ScoreOf(int slot)
    {
        var (score, has) = (0, 0);
        for (var at = 0; at < places.Length; at++)
        {
            if (places[at].Anywhere.Contains(slot))
            {
                score += weights[at] * places[at].WeightIn(slot);
                has++;
            }
        }

        // A row that has one word more comes before one that has the others in a better place.
        // A fraction of many digits may round up past what is the most.
        return Math.Min(Highest, (int)Math.Ceiling(score * shares[has]));
    }

    /// <summary>The words that a row lacks.</summary>
    public IReadOnlyList<string> MissingIn(int slot) => [.. words.Where((_, at) => !places[at].Anywhere.Contains(slot)).Select(word => word.Typed)];

    private SlotSet Any()
    {
        var any = musts > 0 ? places[0].Anywhere : new SlotSet(size);
        for (var at = 0; at < places.Length; at++)
        {
            any = at < musts ? any.And(places[at].Anywhere) : musts > 0 ? any : any.Or(places[at].Anywhere);
        }

        return Allowed(any);
    }

    private SlotSet Allowed(SlotSet found) => barred is null ? found : found.And(barred.Not());

    /// <summary>How much of what the words say is in a row; twice as much when it is in its title.</summary>
    private int SaidIn(int slot)
    {
        var said = 0;
        for (var at = 0; at < places.Length; at++)
        {
            said += places[at].Title?.Contains(slot) == true ? 2 * weights[at] : places[at].Anywhere.Contains(slot) ? weights[at] : 0;
        }

        return said;
    }
}
