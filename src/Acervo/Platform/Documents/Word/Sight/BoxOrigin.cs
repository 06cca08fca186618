namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>
/// Where the text of a box begins on the sheet (no top where nobody can know it), how much lower it may begin, for it may stand at the foot of its
/// box, and in which layer it lies.
/// </summary>
internal sealed record BoxOrigin(Level? Top, double Left, double Right, double Slack, Layer Layer)
{
    public static readonly BoxOrigin Unknown = new(null, 0, 0, 0, Layer.Text);
}
