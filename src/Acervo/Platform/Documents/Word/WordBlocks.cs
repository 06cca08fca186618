using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Word;

/// <summary>Walks the paragraphs, tables and content controls of a Word body in reading order.</summary>
internal sealed class WordBlocks(WordSource source)
{
    private int characters;

    public IReadOnlyList<DocumentBlock> Read(OpenXmlElement container, int depth = 0)
    {
        var blocks = new List<DocumentBlock>();
        Walk(container, blocks, depth);
        return blocks;
    }

    private void Walk(OpenXmlElement container, List<DocumentBlock> blocks, int depth)
    {
        if (depth > ReadingLimits.Depth)
        {
            throw new DocumentException("El documento anida demasiadas tablas o controles. Copie el texto en el formato oficial y envíelo de nuevo.");
        }

        foreach (var element in container.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Add(paragraph, blocks, depth);
                    break;
                case Table table:
                    blocks.Add(new DocumentBlock { Rows = WordTables.Rows(table, cell => Read(cell, depth + 1)), Page = source.Page });
                    break;
                case SdtElement control when WordControls.IsPlaceholder(control):
                case DeletedRun or MoveFromRun or SectionProperties:
                    break;
                case AlternateContent alternate:
                    Walk(alternate.GetFirstChild<AlternateContentChoice>() ?? (OpenXmlElement)alternate, blocks, depth + 1);
                    break;
                case SdtElement or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun or AlternateContentFallback:
                    Walk(element, blocks, depth + 1);
                    break;
            }
        }
    }

    private void Add(Paragraph paragraph, List<DocumentBlock> blocks, int depth)
    {
        var style = source.Styles.Of(paragraph);
        var page = source.Page;
        var inline = new WordInline(source, style).Read(paragraph);
        var marker = inline.IsBlank ? (null, 0) : source.Numbering.Next(paragraph, style);
        foreach (var (text, muted) in inline.Pieces())
        {
            characters += text.Length;
            if (characters > ReadingLimits.Characters)
            {
                throw new DocumentException("El documento tiene demasiado texto para ser un formato diligenciado. Revise que sea el archivo correcto.");
            }

            blocks.Add(Typed(new DocumentBlock
            {
                Text = text,
                Heading = style.Heading,
                Marker = marker.Item1,
                Level = marker.Item2,
                Muted = muted,
                Page = page,
            }));
            marker = (null, 0);
        }

        foreach (var note in inline.Notes)
        {
            Walk(note, blocks, depth + 1);
        }

        foreach (var box in inline.Boxes)
        {
            Walk(box, blocks, depth + 1);
        }

        blocks.AddRange(inline.Drawings.Select(text => new DocumentBlock { Text = text, Marker = "-", Page = page }));
    }

    /// <summary>People also type their bullets and numbers by hand.</summary>
    private static DocumentBlock Typed(DocumentBlock block)
    {
        if (block.Marker is not null || block.Heading is not null)
        {
            return block;
        }

        var (marker, text) = Text.ListMarker.Split(block.Text);
        return marker is null || block.Text.Contains('\n', StringComparison.Ordinal) ? block : block with { Marker = marker, Text = text };
    }
}
