using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Walks the letters of formulas: they look as their runs say, and some parts of a formula are there to be hidden.</summary>
internal sealed class FormulaWalk(StoryWalk story)
{
    public void Walk(XElement formula, ParagraphLook look, LineCount line)
    {
        foreach (var element in formula.Elements())
        {
            if (IsHidden(element))
            {
                story.Lose(element, SightReason.Hidden);
            }
            else if (element.Name == M + "r")
            {
                Letters(element, look, line);
            }
            else if (element.Name.Namespace == M)
            {
                Walk(element, look, line);
            }
        }
    }

    private void Letters(XElement run, ParagraphLook look, LineCount line)
    {
        var (text, traits) = (string.Concat(run.Elements(M + "t").Select(part => part.Value)), look.Run(run.Element(W + "rPr")));
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var loss = traits.Vanish == true ? SightReason.Hidden
            : LetterLook.LossOf(text, traits, look) ?? (story.IsCovered(line.Paragraph) ? SightReason.Covered : null);
        if (loss is { } reason and not SightReason.Signs)
        {
            story.Lose(run, reason);
            return;
        }

        line.Tally.Write(text.Length, LetterLook.SizeOf(traits), []);
    }

    /// <summary>A phantom, or the degree and the limits of signs that say they have none.</summary>
    private static bool IsHidden(XElement element) => element.Name.LocalName switch
    {
        "phant" => element.Element(M + "phantPr")?.Element(M + "show") is { } show && !show.IsOn(),
        "deg" => Says(element, "radPr", "degHide"),
        "sub" => Says(element, "naryPr", "subHide"),
        "sup" => Says(element, "naryPr", "supHide"),
        _ => false,
    };

    private static bool Says(XElement element, string properties, string name) => element.Parent?.Element(M + properties)?.Element(M + name)?.IsOn() == true;
}
