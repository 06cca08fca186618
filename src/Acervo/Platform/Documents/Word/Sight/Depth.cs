namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>
/// How far down a text stands since a page surely began, in points: at least and at most, for fonts and programs differ. Stretches are counted by
/// the places where a page surely begins (a break somebody typed, a section), marks by the pages that the program which wrote the file says to have begun.
/// </summary>
internal readonly record struct Depth(int Stretch, double Least, double Most, int Marks = 0)
{
    private const double FarApart = 0.3;

    public Depth Down(double least, double most) => this with { Least = Least + least, Most = Most + most };

    /// <summary>Whichever is further down, of two that began together.</summary>
    public Depth Or(Depth other) => this with { Least = Math.Max(Least, other.Least), Most = Math.Max(Most, other.Most), Marks = Math.Max(Marks, other.Marks) };

    /// <summary>Both may stand on one sheet. A mark of a page alone proves nothing: anybody can write one.</summary>
    public bool MayShareSheet(Depth other, double sheet)
    {
        var apart = Math.Abs(Least - other.Least);
        return Stretch == other.Stretch && apart < sheet && (Marks == other.Marks || apart < sheet * FarApart);
    }
}
