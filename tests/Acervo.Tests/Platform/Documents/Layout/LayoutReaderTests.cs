using System.Text;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Tests.Platform.Documents.Layout;

/// <summary>How printed pages become paragraphs: what belongs to the paper is left out, and what people read together is read together.</summary>
public sealed class LayoutReaderTests
{
    private const double Line = 12;
    private const string Words = "la entidad revisó cada trámite con su equipo y";

    [Fact]
    public void Two_columns_of_running_text_are_read_one_after_the_other()
    {
        var page = Page([.. Column(60, 280, "izquierda", 12), .. Column(320, 540, "derecha", 12)]);

        var text = Text([page]);

        Assert.True(text.LastIndexOf("izquierda", StringComparison.Ordinal) < text.IndexOf("derecha", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Labels_beside_their_answers_are_no_columns()
    {
        var labels = Enumerable.Range(0, 8).Select(row => new Segment(60, 100 + (row * 40), 200, 112 + (row * 40), $"Rótulo {row}:", Bold: true));
        var answers = Enumerable.Range(0, 8).SelectMany(row => Enumerable.Range(0, 3)
            .Select(line => At(320, 540, 100 + (row * 40) + (line * Line), $"respuesta {row} {Words}")));

        var text = Text([Page([.. labels, .. answers])]);

        Assert.True(text.IndexOf("respuesta 0", StringComparison.Ordinal) < text.IndexOf("Rótulo 7", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Two_pages_on_one_sheet_are_two_pages()
    {
        var sheet = new LayoutPage(1, 792, 612, [.. Column(40, 360, "primera", 10), .. Column(430, 750, "segunda", 10)]);

        var text = Text([sheet]);

        Assert.True(text.LastIndexOf("primera", StringComparison.Ordinal) < text.IndexOf("segunda", StringComparison.Ordinal), text);
    }

    [Theory]
    [InlineData(60, -1)]
    [InlineData(Line, 200)]
    public void What_is_laid_across_every_page_is_no_text(double height, int shade)
    {
        var pages = Enumerable.Range(1, 3).Select(number => Page([.. Column(60, 540, $"renglón {number}", 20),
            new Segment(100, 200, 500, 200 + height, "COPIA NO CONTROLADA") { Shade = shade }], number)).ToList();

        var (left, laid) = Watermark.Off(pages);

        Assert.Equal(["COPIA NO CONTROLADA"], laid);
        Assert.DoesNotContain("COPIA", Text(left), StringComparison.Ordinal);
        Assert.Contains("renglón 3", Text(left), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_title_and_grey_instructions_stay()
    {
        var pages = Enumerable.Range(1, 3).Select(number => Page([.. Column(60, 540, $"renglón {number}", 20),
            new Segment(100, 20, 500, 60, $"Capítulo {number}"), new Segment(60, 400, 500, 412, $"Explique {number}", Muted: true) { Shade = 200 }], number))
            .ToList();

        var (left, laid) = Watermark.Off(pages);

        Assert.Empty(laid);
        Assert.Same(pages, left);
    }

    [Fact]
    public void The_tenth_page_repeats_the_margin_of_the_ninth()
    {
        var pages = Enumerable.Range(1, 11).Select(number => Page([.. Column(60, 540, $"renglón {number}", 6),
            At(36, 120, 770, "11/27/26, 2:40 PM"), At(560, 590, 770, $"{number}/11")], number)).ToList();

        var (blocks, margins) = LayoutReader.Read(pages);

        Assert.DoesNotContain("2:40", string.Join('\n', DocumentLines.Of(blocks)), StringComparison.Ordinal);
        Assert.Contains(margins, margin => margin.Contains("10/11", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(11, false)]
    public void A_small_spot_before_a_line_is_a_bullet_and_a_box_is_none(int size, bool isBullet)
    {
        var dots = Enumerable.Repeat((byte)255, 612 * 792).ToArray();
        for (var y = 0; y < size; y++)
        {
            Array.Fill(dots, (byte)0, ((106 - (size / 2) + y) * 612) + 75, size);
        }

        var bitmap = PageBitmap.Read([.. Encoding.ASCII.GetBytes("P5\n612 792\n255\n"), .. dots], 72);
        var page = Page([At(90, 300, 100, "Mayor acceso a la información"), .. Column(60, 540, "renglón", 4, 130)]) with { Bitmap = bitmap };

        var (blocks, _) = LayoutReader.Read([page]);

        Assert.Equal(isBullet ? "-" : null, blocks[0].Marker);
        Assert.StartsWith("Mayor acceso", blocks[0].Text, StringComparison.Ordinal);
    }

    private static string Text(IReadOnlyList<LayoutPage> pages) => string.Join('\n', DocumentLines.Of(LayoutReader.Read(pages).Blocks));

    private static LayoutPage Page(IReadOnlyList<Segment> segments, int number = 1) => new(number, 612, 792, segments);

    private static IEnumerable<Segment> Column(double left, double right, string word, int lines, double top = 100) =>
        Enumerable.Range(0, lines).Select(line => At(left, right, top + (line * Line), $"{word} {line} {Words}"));

    private static Segment At(double left, double right, double top, string text) => new(left, top, right, top + Line - 2, text);
}
