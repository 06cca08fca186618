using System.Xml.Linq;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Collects what could cover and what could be covered while a part is walked, and tells what is.</summary>
internal sealed class Covers
{
    // A file with more of both than this is not a paper of an office; what is past it counts as seen and the copy is compared with its print.
    private const int Most = 2_000;
    private const int MostCompared = 2_000_000;

    private readonly List<(Spot Spot, PageFrame Page)> spots = [];
    private readonly List<Cover> covers = [];
    private int order;

    public Layer Next(int tier, double height) => new(tier, height, order += 2);

    public void Add(Spot spot, PageFrame page) => spots.Add((spot, page));

    public void Add(Cover cover)
    {
        if (covers.Count < Most && cover.Right - cover.Left > 4 && cover.Height > 4)
        {
            covers.Add(cover);
        }
    }

    /// <summary>Its letters have the colour of what lies behind them.</summary>
    private bool IsLost(Spot spot, PageFrame page) => spot.Inks is { } inks
        && covers.Where(cover => cover.IsBehind(spot, page)).MaxBy(cover => cover.Layer) is { } ground
        && inks.All(ink => ground.Colours!.All(ink.IsLostOn));

    /// <summary>What is covered whole, and whether something else may be in part.</summary>
    public (HashSet<XElement> Hidden, bool MayHide) Look()
    {
        var (hidden, mayHide) = (new HashSet<XElement>(), false);
        foreach (var (spot, page) in covers.Count == 0 ? [] : spots.Take(MostCompared / covers.Count))
        {
            if (covers.Exists(cover => cover.Covers(spot, page)) || IsLost(spot, page))
            {
                hidden.Add(spot.Element);
            }
            else
            {
                mayHide |= covers.Exists(cover => cover.Touches(spot, page));
            }
        }

        return (hidden, mayHide);
    }
}
