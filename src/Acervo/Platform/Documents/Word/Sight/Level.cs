namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>A height on the sheet: so far under the top of the page, or under the text where the drawing is anchored.</summary>
internal sealed record Level(Depth Anchor, double Offset, bool FromPage)
{
    public Level Down(double points) => this with { Offset = Offset + points };

    /// <summary>How far under this height the other one is, at least and at most; null where nobody can know, or on different sheets.</summary>
    public (double Low, double High)? To(Level other, PageFrame page)
    {
        if (!Anchor.MayShareSheet(other.Anchor, page.TextHeight))
        {
            return null;
        }

        if (FromPage == other.FromPage)
        {
            var (one, two) = FromPage ? (0, 0) : (other.Anchor.Least - Anchor.Least, other.Anchor.Most - Anchor.Most);
            var apart = other.Offset - Offset;
            return (Math.Min(one, two) + apart, Math.Max(one, two) + apart);
        }

        // Only on the page that surely begins it is known how far down the text stands.
        if (Anchor.Most > page.TextHeight || other.Anchor.Most > page.TextHeight)
        {
            return null;
        }

        var flow = FromPage ? other : this;
        var (low, high) = (page.FlowTop + flow.Anchor.Least + flow.Offset, page.FlowTop + flow.Anchor.Most + flow.Offset);
        return FromPage ? (low - Offset, high - Offset) : (other.Offset - high, other.Offset - low);
    }
}
