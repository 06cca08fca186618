namespace Acervo.Platform.Forms.Reading;

/// <summary>
/// Chooses, among all places where labels may stand, the chain that follows the order of the form and is worth most. A label word
/// inside an answer loses against the printed label because the printed ones look alike and are followed by their instructions.
/// </summary>
internal static class LabelChain
{
    /// <summary>A form has some thirty labels. The search takes the square of its candidates, so a text that is all labels is cut to its best.</summary>
    private const int MostCandidates = 2000;

    /// <summary>A document with this share of the printed labels is the form itself: nobody wrote other words in their place.</summary>
    private const double NearlyAll = 0.8;

    /// <summary>So many labels in cells, or before colons, make a habit.</summary>
    private const int FewestMarked = 6;

    /// <summary>So many that stand alone on their lines, in capitals or bold, are a habit beside another.</summary>
    private const int FewestAlone = 3;

    /// <summary>What is printed is never given up for what is not.</summary>
    private const double Fixed = 10;

    /// <summary>What is printed decides; what people wrote in its place counts for labels that are not printed anywhere.</summary>
    /// <param name="printed">Where printed labels may stand.</param>
    /// <param name="brief">Where words stand that people write in their place.</param>
    /// <param name="expected">How many labels the form has.</param>
    public static IReadOnlyList<LabelMatch> Choose(IReadOnlyList<LabelMatch> printed, IReadOnlyList<LabelMatch> brief, int expected)
    {
        var marked = Marked([.. printed, .. brief]).ToList();
        var chain = Choose(marked.FindAll(match => !match.Short));
        var known = chain.Select(match => match.Label).ToHashSet();
        var open = marked.Where(match => match.Short && !known.Contains(match.Label) && !chain.Any(match.Overlaps))
            .Select(match => match with { Score = Worth(match) }).ToList();
        if (open.Count == 0)
        {
            return chain;
        }

        // What is in order with the printed labels first, then what only stands as labels do, where few are printed at all.
        var look = LabelLook.Of([.. chain.Where(match => match.Label.Section is null).Concat(open.Where(match => match.Colon || match.Cell))]);
        var alone = chain.Where(match => match.Label.Section is null && match is { Whole: true, Cell: false } && IsMarkedAlone(match)).ToList();
        var second = alone.Count >= FewestAlone ? LabelLook.Of(alone) : null;
        open.RemoveAll(match => !match.StandsAs(look) && !(second is not null && match.Whole && IsMarkedAlone(match) && match.Resembles(second) > 0.9));
        var ordered = Best([.. chain.Select(match => match with { Score = match.Score + Fixed }), .. open]);
        List<LabelMatch> all = [.. chain, .. ordered.Where(match => match.Short)];
        if (FormReader.Found(chain) < expected * NearlyAll)
        {
            foreach (var stray in open.OrderByDescending(match => match.Score).ThenBy(match => match.Line))
            {
                if (!all.Exists(other => other.Label == stray.Label || other.Overlaps(stray)))
                {
                    all.Add(stray);
                }
            }
        }

        return [.. all.OrderBy(match => match.Line).ThenBy(match => match.Start)];
    }

    /// <summary>
    /// Where labels stand in cells or before colons, a bare word on a line of an answer («Conclusiones») is none, as long as the label stands marked elsewhere.
    /// </summary>
    private static IEnumerable<LabelMatch> Marked(IReadOnlyList<LabelMatch> found)
    {
        var cells = found.Where(match => match.Cell).Select(match => match.Label).ToHashSet();
        var colons = found.Where(match => match.Colon && !match.Bullet).Select(match => match.Label).ToHashSet();
        return found.Where(match => cells.Count >= FewestMarked && cells.Contains(match.Label) ? match.Cell
            : colons.Count < FewestMarked || !IsBare(match) || !colons.Contains(match.Label));
    }

    private static bool IsMarkedAlone(LabelMatch match) => match.Upper || match.Bold || match.Heading;

    private static bool IsBare(LabelMatch match) => match is { Colon: false, Cell: false, Bold: false, Heading: false, Upper: false, HelpFollows: false }
        && match.RightNumber != true && match.Label.Spellings[0].Length <= 2;

    private static IReadOnlyList<LabelMatch> Choose(IReadOnlyList<LabelMatch> found)
    {
        IReadOnlyList<LabelMatch> candidates = [.. found.Select(candidate => candidate with { Score = Worth(candidate) })
            .OrderByDescending(candidate => candidate.Score).Take(MostCandidates)];
        var first = Best(candidates);
        var telling = first.Where(match => match.Label.Section is null && !match.Label.Anywhere && match.Label.Spellings[0].Length >= 3).ToList();
        var sections = first.Where(match => match.Label.Section is not null && match.Label.Spellings[0].Length >= 2).ToList();
        var (look, heading) = (LabelLook.Of(telling), LabelLook.Of(sections.Count == 0 ? telling : sections));
        var scored = candidates.Select(candidate => candidate with
        {
            Score = Worth(candidate) + 2 * candidate.Resembles(candidate.Label.Section is null ? look : heading),
        }).ToList();
        return WithStrays(Best(scored), scored, look);
    }

    /// <summary>People move questions about. A long label that stands alone and looks like the others counts although it is out of order.</summary>
    private static IReadOnlyList<LabelMatch> WithStrays(List<LabelMatch> chain, List<LabelMatch> candidates, LabelLook look)
    {
        var known = chain.Select(match => match.Label).ToHashSet();
        var strays = candidates.Where(match => match.Label.Question is not null && IsMoved(match, look) && match.Similarity > 0.9
                && !known.Contains(match.Label) && !chain.Exists(other => other.Line <= match.EndLine && match.Line <= other.EndLine))
            .GroupBy(match => match.Label).Select(group => group.MaxBy(match => match.Score)!);
        return [.. chain.Concat(strays).OrderBy(match => match.Line).ThenBy(match => match.Start)];
    }

    private static bool IsMoved(LabelMatch match, LabelLook look) => match.Cell || (!match.Bullet
        && ((match.Whole && match.Label.Spellings[0].Length >= 3 && match.Resembles(look) > 0.75)
            || (match.Colon && look.Colon && match.Resembles(look) > 0.5)));

    private static double Worth(LabelMatch match)
    {
        var worth = (1 + 0.35 * match.Told) * (1 - 3 * (1 - match.Similarity));
        worth += match.Whole ? 1 : 0;
        worth += match.Colon ? 0.3 : 0;
        worth += match.Bold || match.Heading ? 0.3 : 0;
        worth += match.HelpFollows ? 2 : 0;
        worth -= match.Bullet ? 1 : 0;
        worth += match.Label.Section is null ? 0 : Numbering(match);
        return Math.Max(worth, 0.05);
    }

    /// <summary>A heading with its own number is surely the form's; one with another number is surely somebody else's.</summary>
    private static double Numbering(LabelMatch match) => match switch
    {
        { RightNumber: true } => 1.5,
        { RightNumber: false } => -1,
        { Upper: true } => 0.5,
        _ => 0,
    };

    /// <summary>The heaviest chain; among equals the one that ends and runs earliest.</summary>
    private static List<LabelMatch> Best(IReadOnlyList<LabelMatch> candidates)
    {
        var ordered = candidates.OrderBy(match => match.Line).ThenBy(match => match.Start).ThenBy(match => match.Label.Order).ToList();
        var total = new double[ordered.Count];
        var previous = new int[ordered.Count];
        var last = -1;
        for (var index = 0; index < ordered.Count; index++)
        {
            var before = 0.0;
            previous[index] = -1;
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (total[earlier] > before + 1e-9 && ordered[earlier].Precedes(ordered[index]))
                {
                    (previous[index], before) = (earlier, total[earlier]);
                }
            }

            total[index] = ordered[index].Score + before;
            if (last < 0 || total[index] > total[last] + 1e-9)
            {
                last = index;
            }
        }

        var chain = new List<LabelMatch>();
        for (; last >= 0; last = previous[last])
        {
            chain.Insert(0, ordered[last]);
        }

        return chain;
    }
}
