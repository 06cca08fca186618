using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>What one level says about how a paragraph stands on the page; null where it says nothing. Lengths are in points.</summary>
internal sealed record ParagraphTraits
{
    public static readonly ParagraphTraits Silent = new();

    public Ink? Shade { get; init; }

    public double? Line { get; init; }

    /// <summary>The line is exactly so high; false when it grows with its letters, and then <see cref="Line"/> is in lines.</summary>
    public bool? Exact { get; init; }

    /// <summary>A line is at least so high.</summary>
    public double? LeastLine { get; init; }

    public double? Before { get; init; }

    public double? After { get; init; }

    public bool? OnNewPage { get; init; }

    public double? Start { get; init; }

    public double? End { get; init; }

    /// <summary>How far the first line stands in; negative when it stands out.</summary>
    public double? First { get; init; }

    public bool? AtEnd { get; init; }

    public bool? AtMiddle { get; init; }

    /// <summary>Level of the heading from zero; nine is body text.</summary>
    public int? Outline { get; init; }

    public bool? Folded { get; init; }

    public XElement? Frame { get; init; }

    public XElement? List { get; init; }

    public XElement? Tabs { get; init; }

    public ParagraphTraits Over(ParagraphTraits below) => ReferenceEquals(this, Silent) ? below : ReferenceEquals(below, Silent) ? this : new ParagraphTraits
    {
        Shade = Shade ?? below.Shade,
        Line = Line ?? below.Line,
        Exact = Line is null ? Exact ?? below.Exact : Exact ?? false,
        LeastLine = LeastLine ?? (Line is null ? below.LeastLine : null),
        Before = Before ?? below.Before,
        After = After ?? below.After,
        OnNewPage = OnNewPage ?? below.OnNewPage,
        Start = Start ?? below.Start,
        End = End ?? below.End,
        First = First ?? below.First,
        AtEnd = AtEnd ?? below.AtEnd,
        AtMiddle = AtMiddle ?? below.AtMiddle,
        Outline = Outline ?? below.Outline,
        Folded = Folded ?? below.Folded,
        Frame = Frame ?? below.Frame,
        List = List ?? below.List,
        Tabs = Tabs ?? below.Tabs,
    };

    public static ParagraphTraits Read(XElement? properties, Paints paints)
    {
        if (properties is null || !properties.HasElements)
        {
            return Silent;
        }

        var traits = new ParagraphTraits();
        foreach (var property in properties.Elements())
        {
            traits = property.Name == W15 + "collapsed" ? traits with { Folded = property.IsOn() }
                : property.Name.Namespace != W ? traits
                : property.Name.LocalName switch
                {
                    "shd" => traits with { Shade = paints.Shade(property) },
                    "spacing" => Spacing(property, traits),
                    "ind" => Indent(property, traits),
                    "jc" => traits with { AtEnd = property.Val() is "right" or "end", AtMiddle = property.Val() == "center" },
                    "pageBreakBefore" => traits with { OnNewPage = property.IsOn() },
                    "outlineLvl" => traits with { Outline = (int?)Number(property.Val()) },
                    "framePr" => traits with { Frame = property },
                    "numPr" => traits with { List = property },
                    "tabs" => traits with { Tabs = property },
                    _ => traits,
                };
        }

        return traits;
    }

    private static ParagraphTraits Spacing(XElement property, ParagraphTraits said)
    {
        var traits = said with { Before = Points(property.Text("before")), After = Points(property.Text("after")) };
        if (property.Text("line") is not { } line)
        {
            return traits;
        }

        // A line below zero is an exact one; a line of zero that may grow is a line.
        var exact = property.Text("lineRule") == "exact" || line.StartsWith('-');
        var grows = property.Text("lineRule") == "atLeast" || !exact && Points(line) == 0;
        return traits with
        {
            Line = grows ? 1 : exact ? Math.Abs(Points(line) ?? 0) : Points(line, 240),
            Exact = exact,
            LeastLine = property.Text("lineRule") == "atLeast" ? Points(line) : null
        };
    }

    private static ParagraphTraits Indent(XElement property, ParagraphTraits traits) => traits with
    {
        Start = Points(property.Text("start") ?? property.Text("left")),
        End = Points(property.Text("end") ?? property.Text("right")),
        First = -Points(property.Text("hanging")) ?? Points(property.Text("firstLine")),
    };
}
