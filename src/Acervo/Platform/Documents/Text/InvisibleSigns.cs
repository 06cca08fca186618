using System.Text;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Text;

/// <summary>
/// Takes out of what was read the signs that no program draws and that can carry whole sentences (tags, selectors of variants), and resolves the letters
/// that a typesetter joined.
/// </summary>
internal static partial class InvisibleSigns
{
    private const string Why = "Signos que ningún programa muestra";

    public static DocumentText Clear(DocumentText document)
    {
        var found = new List<string>();
        var blocks = document.Blocks.Select(block => Clear(block, found)).ToList();
        document = document with { Blocks = blocks };
        return found.Count == 0 ? document
            : document with { Hidden = HiddenText.Join(document.Hidden, HiddenText.Of(found.Select(text => new HiddenPassage(Why, text)))) };
    }

    /// <summary>A text in which signs that are several letters, as the «fi» of «oficina», are letters.</summary>
    public static string Letters(string text) => Joined().Replace(text, letters => letters.Value.Normalize(NormalizationForm.FormKC));

    private static DocumentBlock Clear(DocumentBlock block, List<string> found) => block with
    {
        Text = Letters(Invisible().Replace(block.Text, match =>
        {
            found.Add(Meaning(match.Value));
            return "";
        })),
        Rows = block.Rows?.Select(row => row with
        {
            Cells = [.. row.Cells.Select(cell => cell with { Blocks = [.. cell.Blocks.Select(inner => Clear(inner,
        found))] })]
        }).ToList(),
    };

    /// <summary>Tags repeat the letters of ASCII, selectors the bytes from 16 on.</summary>
    private static string Meaning(string signs)
    {
        var bytes = new List<byte>();
        foreach (var sign in signs.EnumerateRunes())
        {
            if (sign.Value is > 0xE0020 and < 0xE007F)
            {
                bytes.Add((byte)(sign.Value - 0xE0000));
            }
            else if (sign.Value is >= 0xE0100 and <= 0xE01EF)
            {
                bytes.Add((byte)(sign.Value - 0xE0100 + 16));
            }
            else if (sign.Value is 0xE0020)
            {
                bytes.Add((byte)' ');
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>ﬁ, ﬂ, ﬀ and their like.</summary>
    [GeneratedRegex(@"[\uFB00-\uFB06]", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Joined();

    [GeneratedRegex(@"(?:\uDB40[\uDC00-\uDFFF])+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Invisible();
}
