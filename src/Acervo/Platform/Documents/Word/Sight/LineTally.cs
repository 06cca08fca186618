namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>What of a paragraph takes room: letters that are seen, typed breaks, pictures in line with the text and beside it, notes.</summary>
internal sealed class LineTally
{
    /// <summary>The size of every letter, one after the other.</summary>
    public double Letters { get; private set; }

    public double Smallest { get; private set; } = double.MaxValue;

    public double Largest { get; private set; }

    public int Breaks { get; set; }

    public int Notes { get; set; }

    /// <summary>The tallest picture that stands in line.</summary>
    public double Tallest { get; private set; }

    /// <summary>All pictures one under the other, as they may come to stand.</summary>
    public double Drawn { get; private set; }

    public bool IsEmpty => Largest == 0;

    /// <summary>What the letters are drawn with where nothing of their own lies behind them.</summary>
    public HashSet<Ink> Inks { get; } = [];

    /// <summary>Some letters have a ground of their own, and are seen whatever lies behind.</summary>
    public bool HasOwnGround { get; private set; }

    public void Write(int letters, double size, IReadOnlyList<Ink>? inks)
    {
        HasOwnGround |= inks is null;
        Inks.UnionWith(inks ?? []);
        Letters += letters * size;
        (Smallest, Largest) = (Math.Min(Smallest, size), Math.Max(Largest, size));
    }

    public void Draw(double height, bool inLine)
    {
        Tallest = inLine ? Math.Max(Tallest, height) : Tallest;
        Drawn += height;
    }
}
