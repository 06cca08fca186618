using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Walks the runs of one paragraph. Lost letters are noted one by one, for what hangs on their run may be seen: a picture, a note.</summary>
internal sealed class RunWalk(StoryWalk story)
{
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "hyperlink", "smartTag", "customXml", "fldSimple", "sdt", "sdtContent", "ins", "moveTo", "dir", "bdo",
    };

    private readonly FormulaWalk formulas = new(story);

    public void Walk(XElement paragraph, ParagraphLook look, Place place)
    {
        var line = new LineCount(look, place, paragraph);
        Inside(paragraph, look, place, line);
        line.End();
        var mark = look.Run(paragraph.Element(W + "pPr")?.Element(W + "rPr"));
        if (line.Tally.IsEmpty && mark.Vanish != true)
        {
            line.Tally.Write(0, LetterLook.SizeOf(mark), []);
        }

        Settle(line);
    }

    /// <summary>Notes where the letters of the paragraph stand, as far as it is walked.</summary>
    private void Settle(LineCount line)
    {
        var (tally, look, place) = (line.Take(), line.Look, line.Place);
        var before = look.Traits.Before ?? 0;
        var top = story.Paper.Here.Down(before / 2, before);
        if (tally.IsEmpty)
        {
            return;
        }

        var (least, most) = story.Paper.Add(look, tally, place.Width);
        if (tally.Letters > 0 && look.Traits.Frame is null && SpotPlace.Of(line, tally, top, least, most, story.Paper.Origin) is { } spot)
        {
            story.Covers.Add(spot, place.Page);
        }
    }

    private void Inside(XElement container, ParagraphLook look, Place place, LineCount line)
    {
        foreach (var element in container.Elements())
        {
            Inline(element, look, place, line);
        }
    }

    private void Inline(XElement element, ParagraphLook look, Place place, LineCount line)
    {
        if (element.Name == W + "r")
        {
            Run(element, look, place, line);
        }
        else if (element.Name == Mc + "AlternateContent")
        {
            story.Choose(element, shown => Inside(shown, look, place, line));
        }
        else if (element.Name == W + "fldSimple" && FieldStack.IsSilent(element.Text("instr")))
        {
            story.Lose(element, SightReason.FieldCode);
        }
        else if (element.Name.Namespace == W && Containers.Contains(element.Name.LocalName))
        {
            Inside(element, look, place, line);
        }
        else if (element.Name.Namespace == M)
        {
            formulas.Walk(element, look, line);
        }
        else if (element.Name != W + "pPr" && element.Name != W + "sdtPr")
        {
            story.Refuse(element);
        }
    }

    private void Run(XElement run, ParagraphLook look, Place place, LineCount line)
    {
        var properties = run.Element(W + "rPr");
        var text = string.Concat(run.Elements().Where(IsLetters).Select(part => part.Name == W + "sym" ? "•" : part.Value));
        var traits = look.Run(properties);
        if (traits.Fit is { } fit && properties?.Element(W + "fitText")?.Text("id") is { } id)
        {
            traits = traits with { Fit = fit * text.Length / line.LettersOf(id) };
        }

        if (traits.Vanish == true)
        {
            Hide(run);
            return;
        }

        var blank = string.IsNullOrWhiteSpace(text);
        var loss = blank ? null : LetterLook.LossOf(text, traits, look) ?? (story.IsCovered(line.Paragraph) ? SightReason.Covered : null);
        if (loss is null && !story.Fields.Hides)
        {
            line.Tally.Write(text.Length, LetterLook.SizeOf(traits), LetterLook.InksOn(traits, look));
        }

        foreach (var part in run.Elements())
        {
            Part(part, loss, blank, place, line);
        }
    }

    private void Part(XElement part, SightReason? loss, bool blank, Place place, LineCount line)
    {
        story.Fields.Take(part);
        if (IsLetters(part))
        {
            line.Add(part.Value);
            var reason = story.Fields.Hides ? SightReason.FieldCode
                : loss ?? (line.IsPastRoom ? SightReason.Clipped : line.IsPastEdge ? SightReason.OffPage : null);
            if (reason is { } why && !(blank && why != SightReason.FieldCode))
            {
                story.Lose(part, why);
            }
        }
        else if (part.Name == W + "instrText" || part.Name == W + "delText" || part.Name == W + "delInstrText")
        {
            story.Lose(part, part.Name == W + "delText" ? SightReason.Deleted : SightReason.FieldCode, "");
        }
        else if (part.Name == W + "br" || part.Name == W + "cr")
        {
            Break(part, place, line);
        }
        else if (part.Name == W + "tab")
        {
            line.Tab();
        }
        else if (part.Name == W + "lastRenderedPageBreak" && place.IsFlow)
        {
            story.Paper.MarkPage();
        }
        else if (part.Name == W + "footnoteReference" || part.Name == W + "endnoteReference")
        {
            line.Tally.Notes++;
        }
        else if (part.Name == W + "drawing" || part.Name == W + "pict" || part.Name == W + "object")
        {
            Draw(part, place, line);
        }
        else if (part.Name == Mc + "AlternateContent")
        {
            story.Choose(part, shown => shown.Elements().ToList().ForEach(inside => Part(inside, loss, blank, place, line)));
        }
        else if (part.Name != W + "rPr" && part.Name != W + "ruby")
        {
            story.Refuse(part);
        }
    }

    private void Break(XElement mark, Place place, LineCount line)
    {
        line.Break();
        if (mark.Text("type") == "page" && place.IsFlow && !story.Fields.Hides)
        {
            Settle(line);
            story.Paper.Turn(place.Page);
        }
    }

    private void Draw(XElement drawing, Place place, LineCount line)
    {
        if (story.Fields.Hides)
        {
            story.Lose(drawing, SightReason.FieldCode);
            return;
        }

        if (drawing.Elements().FirstOrDefault(element => element.Name == Wp + "anchor" || element.Name == Wp + "inline") is { } frame
            && frame.Element(Wp + "wrapNone") is null)
        {
            line.Tally.Draw(BoxFrame.OfDrawing(frame).Height ?? 0, frame.Name == Wp + "inline");
        }

        story.Fields.Apart(() => story.Boxes.Walk(drawing, place));
    }

    /// <summary>A hidden run still begins and ends fields.</summary>
    private void Hide(XElement run)
    {
        foreach (var part in run.Elements())
        {
            story.Fields.Take(part);
        }

        if (run.Elements().Any(part => part.Name != W + "rPr" && part.Name != W + "fldChar"))
        {
            var marks = run.Element(W + "fldChar") is not null;
            foreach (var lost in marks ? run.Elements().Where(part => part.Name != W + "rPr" && part.Name != W + "fldChar") : [run])
            {
                story.Lose(lost, SightReason.Hidden);
            }
        }
    }

    private static bool IsLetters(XElement part) => part.Name.Namespace == W && part.Name.LocalName is "t" or "sym" or "noBreakHyphen" or "softHyphen";
}
