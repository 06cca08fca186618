using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Follows the fields of a story across its paragraphs and tells what stands in their instructions. Lone marks count for nothing.</summary>
internal sealed class FieldStack
{
    // Fields of indexes, of values that are set and of programs: what they result in is not printed where they stand.
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "SET", "ASK", "XE", "TC", "TA", "RD", "PRIVATE", "DATA" };

    private readonly HashSet<XElement> paired;
    private Stack<Field> open = [];
    private int hiding;

    public FieldStack(XElement story) => paired = Pair(story);

    /// <summary>What stands here belongs to a field and is not shown.</summary>
    public bool Hides => hiding > 0;

    public static bool IsSilent(string? code) =>
        code?.TrimStart() is { Length: > 0 } text && Silent.Contains(new string([.. text.TakeWhile(char.IsLetter)]));

    public void Take(XElement part)
    {
        if (part.Name == W + "instrText" && open.TryPeek(out var inner) && inner is { InCode: true, Code.Length: < 40 })
        {
            inner.Code += part.Value;
        }

        if (part.Name != W + "fldChar" || !paired.Contains(part))
        {
            return;
        }

        switch (part.Text("fldCharType"))
        {
            case "begin":
                open.Push(new Field());
                hiding++;
                break;
            case "separate" when open.TryPeek(out var field) && field.InCode:
                field.InCode = false;
                field.Hides = IsSilent(field.Code);
                hiding -= field.Hides ? 0 : 1;
                break;
            case "end" when open.TryPop(out var field):
                hiding -= field.Hides ? 1 : 0;
                break;
        }
    }

    /// <summary>A text box has fields of its own.</summary>
    public void Apart(Action inside)
    {
        var (before, count) = (open, hiding);
        (open, hiding) = ([], 0);
        inside();
        (open, hiding) = (before, count);
    }

    private static HashSet<XElement> Pair(XElement story)
    {
        var paired = new HashSet<XElement>();
        var open = new Dictionary<XElement, Stack<List<XElement>>>();
        foreach (var mark in story.Descendants(W + "fldChar"))
        {
            var around = mark.Ancestors().TakeWhile(element => element != story).ToList();
            if (around.Exists(element => element.Name == W + "del" || element.Name == W + "moveFrom"))
            {
                continue;
            }

            var home = around.Find(element => element.Name == W + "txbxContent" || element.Name.Namespace == Mc) ?? story;
            if (!open.TryGetValue(home, out var stack))
            {
                open[home] = stack = [];
            }

            Pair(mark, stack, paired);
        }

        return paired;
    }

    private static void Pair(XElement mark, Stack<List<XElement>> open, HashSet<XElement> paired)
    {
        var kind = mark.Text("fldCharType");
        if (kind == "begin")
        {
            open.Push([mark]);
        }
        else if (kind == "separate" && open.TryPeek(out var field))
        {
            field.Add(mark);
        }
        else if (kind == "end" && open.TryPop(out var whole))
        {
            paired.UnionWith([.. whole, mark]);
        }
    }

    /// <summary>A field that has begun and not ended.</summary>
    private sealed class Field
    {
        public string Code { get; set; } = "";

        public bool InCode { get; set; } = true;

        public bool Hides { get; set; } = true;
    }
}
