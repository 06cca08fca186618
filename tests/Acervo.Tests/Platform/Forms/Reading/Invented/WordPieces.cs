using Acervo.Platform.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>The paragraphs, tables and controls of an invented Word file.</summary>
public sealed class WordPieces(FichaStyle style)
{
    private int numbered = 10;

    public static Paragraph Paragraph(string text, bool bold = false, bool grey = false, string? heading = null)
    {
        var paragraph = new Paragraph();
        if (heading is not null)
        {
            paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = heading });
        }

        paragraph.Append(Runs(text, bold, grey));
        return paragraph;
    }

    /// <summary>A paragraph or an automatic list item; every list that starts at one gets a number of its own.</summary>
    public Paragraph Part(Part part)
    {
        var paragraph = Paragraph(part.Text);
        if (part.Marker is not null)
        {
            numbered += part.Marker == "1." ? 1 : 0;
            paragraph.ParagraphProperties = new ParagraphProperties(new NumberingProperties(
                new NumberingLevelReference { Val = 0 }, new NumberingId { Val = part.Marker == "-" ? 1 : numbered }));
        }

        return paragraph;
    }

    public OpenXmlElement Date(DateOnly? day)
    {
        if (style.DateForm == 0 && day is { } date)
        {
            return Table([
                [[Paragraph("día", grey: true)], [Paragraph("mes", grey: true)], [Paragraph("año", grey: true)]],
                [[Paragraph($"{date:dd}")], [Paragraph($"{date:MM}")], [Paragraph($"{date:yyyy}")]],
            ]);
        }

        return Paragraph(style.Date(day));
    }

    public static Table Table(IReadOnlyList<IReadOnlyList<IReadOnlyList<OpenXmlElement>>> rows, int? first = null, bool borders = true)
    {
        var widths = rows[0].Select((_, index) => first is not { } wide ? 9000 / rows[0].Count : index == 0 ? wide : (9000 - wide) / (rows[0].Count - 1))
            .ToList();
        var table = new Table(!borders ? new TableProperties(new TableLayout { Type = TableLayoutValues.Fixed }) : new TableProperties(new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 },
            new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })));
        table.Append(new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        foreach (var row in rows)
        {
            table.Append(new TableRow(row.Select((cell, index) =>
            {
                var content = new TableCell(new TableCellProperties(new TableCellWidth
                {
                    Type = TableWidthUnitValues.Dxa,
                    Width = $"{(row.Count == widths.Count ? widths[index] : 9000 / row.Count)}"
                }));
                content.Append(cell.Select(element => element.CloneNode(true)));
                if (content.LastChild is not DocumentFormat.OpenXml.Wordprocessing.Paragraph)
                {
                    content.Append(new Paragraph());
                }

                return content;
            })));
        }

        return table;
    }

    /// <summary>A content control; without an answer it shows its prompt.</summary>
    public static SdtBlock Control(IReadOnlyList<OpenXmlElement> answer)
    {
        var properties = new SdtProperties(new SdtAlias { Val = "respuesta" });
        var empty = answer.All(element => element.InnerText.Length == 0);
        if (empty)
        {
            properties.Append(new ShowingPlaceholder());
        }

        return new SdtBlock(properties,
            new SdtContentBlock(empty ? [Paragraph("Haga clic o pulse aquí para escribir texto.", grey: true)]
            : [.. answer.Select(element => element.CloneNode(true))]));
    }

    public static Table Header(FormDefinition form) => Table([
        [[Paragraph("")], [Paragraph("PROCESO", bold: true)], [Paragraph(form.Process!)], [Paragraph("CÓDIGO", bold: true)], [Paragraph(form.Code)]],
        [[Paragraph("")], [Paragraph("PROCEDIMIENTO", bold: true)], [Paragraph(form.Procedure!)],
            [Paragraph("VERSIÓN", bold: true)], [Paragraph(form.Version)]],
        [[Paragraph("")], [Paragraph("FORMATO", bold: true)], [Paragraph(form.Name)], [Paragraph("Página", bold: true)], [Paragraph("1 de 9")]],
    ]);

    public static Numbering Numbering()
    {
        var numbering = new Numbering(List(1, NumberFormatValues.Bullet, "\uF0B7"), List(2, NumberFormatValues.Decimal, "%1."),
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
        foreach (var number in Enumerable.Range(11, 200))
        {
            numbering.AppendChild(new NumberingInstance(new AbstractNumId { Val = 2 },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
            { NumberID = number });
        }

        return numbering;
    }

    public static Styles Styles(Paper? paper) =>
        new([.. paper is null ? (OpenXmlElement[])[] : [new DocDefaults(new RunPropertiesDefault(paper.Type()))], Heading("Ttulo1", 0), Heading("Ttulo2", 1)]);

    /// <summary>What Word offers instead of a blank: a box to tick for each option, else a list or a calendar around the answer.</summary>
    public static OpenXmlElement TypedControl(Paragraph answer, bool asList)
    {
        var boxed = new Paragraph();
        foreach (var part in answer.InnerText.Split(['☒', '☐']).Select((text, index) => (text, index)))
        {
            if (part.index > 0)
            {
                boxed.Append(Box(answer.InnerText[answer.InnerText.Split(['☒', '☐']).Take(part.index).Sum(text => text.Length + 1) - 1] == '☒'));
            }

            boxed.Append(new Run(new WordText(part.text) { Space = SpaceProcessingModeValues.Preserve }));
        }

        if (boxed.Descendants<SdtRun>().Any())
        {
            return boxed;
        }

        OpenXmlElement kind = asList ? new SdtContentDropDownList(new ListItem { DisplayText = "Elija un elemento.", Value = "" })
            : new SdtContentDate(new DateFormat { Val = "dd/MM/yyyy" });
        return answer.InnerText.Length == 0 ? answer.CloneNode(true) : new SdtBlock(new SdtProperties(kind), new SdtContentBlock(answer.CloneNode(true)));
    }

    private static SdtRun Box(bool ticked) => new(
        new SdtProperties(new DocumentFormat.OpenXml.Office2010.Word.SdtContentCheckBox(new DocumentFormat.OpenXml.Office2010.Word.Checked
        {
            Val = ticked ? DocumentFormat.OpenXml.Office2010.Word.OnOffValues.One : DocumentFormat.OpenXml.Office2010.Word.OnOffValues.Zero,
        })),
        new SdtContentRun(new Run(new WordText(ticked ? "☒" : "☐"))));

    private static AbstractNum List(int id, NumberFormatValues format, string text) => new(new Level(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text },
        new PreviousParagraphProperties(new Indentation { Left = "720", Hanging = "360" }),
        new NumberingSymbolRunProperties(format == NumberFormatValues.Bullet ? new RunFonts { Ascii = "Symbol", HighAnsi = "Symbol" }
        : new RunFonts { Ascii = "Arial" }))
    { LevelIndex = 0 })
    { AbstractNumberId = id };

    private static Style Heading(string id, int level) =>
        new(new StyleName { Val = $"heading {level + 1}" }, new StyleParagraphProperties(new OutlineLevel { Val = level }), new StyleRunProperties(new Bold()))
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };

    /// <summary>Word cuts runs wherever the spelling was checked; here, after every fifteen letters.</summary>
    private static IEnumerable<Run> Runs(string text, bool bold, bool grey) => text.Split("**").SelectMany((stretch, index) =>
        stretch.Chunk(15).Select(letters => new Run(Properties(bold || index % 2 == 1, grey),
        new WordText(new string(letters)) { Space = SpaceProcessingModeValues.Preserve })));

    private static RunProperties Properties(bool bold, bool grey)
    {
        var properties = new RunProperties();
        if (bold)
        {
            properties.Append(new Bold());
        }

        if (grey)
        {
            properties.Append(new Color { Val = "808080" });
        }

        return properties;
    }
}
