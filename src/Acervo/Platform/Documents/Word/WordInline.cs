using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Diagrams = DocumentFormat.OpenXml.Drawing.Diagrams;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Acervo.Platform.Documents.Word;

/// <summary>Reads the runs of one paragraph: text, bold, grey, links, marks, and the boxes drawn beside it.</summary>
internal sealed class WordInline(WordSource source, WordStyle style)
{
    private readonly List<WordSpan> spans = [];

    public List<OpenXmlElement> Boxes { get; } = [];

    /// <summary>The notes that the paragraph refers to: people write parts of an answer in them.</summary>
    public List<OpenXmlElement> Notes { get; } = [];

    /// <summary>Texts of SmartArt figures, one a line.</summary>
    public List<string> Drawings { get; } = [];

    public bool IsBlank => spans.TrueForAll(span => string.IsNullOrWhiteSpace(span.Text));

    public WordInline Read(OpenXmlElement container)
    {
        foreach (var element in container.ChildElements)
        {
            Take(element);
        }

        return this;
    }

    /// <summary>The paragraph as Markdown, cut where grey instructions end and the answer begins on a new line.</summary>
    public IEnumerable<(string Text, bool Muted)> Pieces() => WordMarkdown.Pieces(spans);

    private void Take(OpenXmlElement element)
    {
        switch (element)
        {
            case Run run:
                TakeRun(run);
                break;
            case Hyperlink link:
                TakeLink(link, source.Link(link.Id?.Value));
                break;
            case SimpleField field when WordLinkFields.Address(field.Instruction?.Value) is { } address:
                TakeLink(field, address);
                break;
            case SdtElement control when WordControls.CheckBox(control) is { } mark:
                spans.Add(new WordSpan(mark, false, false, null));
                break;
            case SdtElement control when WordControls.IsPlaceholder(control):
            case DeletedRun or MoveFromRun or ParagraphProperties or SdtProperties:
                break;
            case AlternateContent alternate:
                Read(alternate.GetFirstChild<AlternateContentChoice>() ?? (OpenXmlElement)alternate);
                break;
            case DocumentFormat.OpenXml.Math.OfficeMath or DocumentFormat.OpenXml.Math.Paragraph:
                spans.Add(new WordSpan(WordFormula.Text(element), style.Bold, style.Muted, null));
                break;
            default:
                if (element.HasChildren)
                {
                    Read(element);
                }

                break;
        }
    }

    private void TakeLink(OpenXmlElement link, string? target)
    {
        var first = spans.Count;
        Read(link);
        for (var index = first; index < spans.Count; index++)
        {
            spans[index] = spans[index] with { Link = target };
        }
    }

    private void TakeRun(Run run)
    {
        var properties = run.RunProperties;
        if (WordStyles.On(properties?.Strike) == true || WordStyles.On(properties?.DoubleStrike) == true)
        {
            source.Strike(run.InnerText);
            return;
        }

        var character = source.Styles.Of(properties?.RunStyle?.Val?.Value);
        var bold = WordStyles.On(properties?.Bold) ?? (character.Bold || style.Bold);
        var muted = WordStyles.IsGrey(properties) ?? (character.Muted || style.Muted);
        foreach (var part in run.ChildElements)
        {
            if (Field(part))
            {
                continue;
            }

            var text = Text(part);
            if (text is not null)
            {
                spans.Add(new WordSpan(text, bold, muted, null));
            }
        }
    }

    /// <summary>The code of a field is gone before anything is read, and its result is text like any other; a form check box becomes a mark.</summary>
    private bool Field(OpenXmlElement part)
    {
        if (part is FieldChar field)
        {
            var shown = WordControls.CheckBox(field) ?? WordControls.DropDown(field);
            spans.AddRange(shown is not null ? [new WordSpan(shown, false, false, null)] : []);
            return true;
        }

        return part is FieldCode or DeletedText or DeletedFieldCode;
    }

    private string? Text(OpenXmlElement part)
    {
        switch (part)
        {
            case WordText text:
                return text.Text;
            case TabChar or PositionalTab:
                return "\t";
            case NoBreakHyphen:
                return "-";
            case Break line when WordSource.IsPageBreak(line):
                source.BreakPage(typed: true);
                return "\n";
            case Break or CarriageReturn:
                return "\n";
            case LastRenderedPageBreak:
                source.BreakPage(typed: false);
                return null;
            case FootnoteReference or EndnoteReference:
                Notes.AddRange(source.Note(part) is { } note ? [note] : []);
                return null;
            case SymbolChar symbol:
                return WordSymbol.Of(symbol);
            case AlternateContent alternate:
                Draw(alternate.GetFirstChild<AlternateContentChoice>() ?? (OpenXmlElement)alternate);
                return null;
            case Drawing or Picture or EmbeddedObject:
                Draw(part);
                return null;
            default:
                return null;
        }
    }

    private void Draw(OpenXmlElement drawing)
    {
        Boxes.AddRange(drawing.Descendants<TextBoxContent>().Where(box => !box.Ancestors<TextBoxContent>().Any()));
        foreach (var figure in drawing.Descendants<Diagrams.RelationshipIds>())
        {
            if (figure.DataPart?.Value is { } id && source.Main.TryGetPartById(id, out var part) && part.RootElement is { } root)
            {
                Drawings.AddRange(root.Descendants<Diagrams.Point>().Select(point => point.InnerText.Trim())
                    .Where(text => text.Length > 0 && source.Stories.IsDrawn(text)));
            }
        }
    }
}
