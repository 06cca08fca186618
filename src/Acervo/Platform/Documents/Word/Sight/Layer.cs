namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>What lies over what: behind the text, the text, before it; there by the height that the file names, and then as it is written.</summary>
internal readonly record struct Layer(int Tier, double Height, int Order) : IComparable<Layer>
{
    public static readonly Layer Text = new(1, 0, 0);

    public static bool operator >(Layer one, Layer other) => one.CompareTo(other) > 0;

    public static bool operator <(Layer one, Layer other) => one.CompareTo(other) < 0;

    public static bool operator >=(Layer one, Layer other) => one.CompareTo(other) >= 0;

    public static bool operator <=(Layer one, Layer other) => one.CompareTo(other) <= 0;

    public int CompareTo(Layer other) => (Tier, Height, Order).CompareTo((other.Tier, other.Height, other.Order));
}
