using System.Text;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Tests.Platform.Forms.Reading.Invented;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>Invented fichas in many typed layouts come back as they were written.</summary>
public sealed class TextRoundTripTests
{
    /// <summary>Each is a ficha of its own; with <c>ACERVO_BARS=full</c>, as <c>bin/bench</c> runs it, a hundred and twenty.</summary>
    private static readonly int Seeds = Environment.GetEnvironmentVariable("ACERVO_BARS") == "full" ? 120 : 50;

    [Fact]
    public async Task Typed_layouts_are_read_back_as_written()
    {
        await Check((ficha, style) => TextFicha.Write(ficha, style), 1);
    }

    [Fact]
    public async Task A_mail_quoted_and_broken_at_one_width_is_read_back_as_written()
    {
        await Check((ficha, style) => "Buenas tardes, va el formato:\n\n" + TextFicha.Quoted(TextFicha.Write(ficha, style), 76), 1);
    }

    private static async Task Check(Func<InventedFicha, FichaStyle, string> write, double least)
    {
        var (fields, misses) = (0, new List<string>());
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var form = FormCatalogue.Default.Find("4202000-FT-1311", seed % 2 == 0 ? "01" : "02")!;
            var (ficha, style) = (new InventedFicha(form, seed), FichaStyle.Random(seed));
            var text = write(ficha, style);
            fields += form.Questions.Count() + 2;
            FormReading reading;
            try
            {
                reading = FichaReader.Read(await DocumentParser.ParseAsync(Encoding.UTF8.GetBytes(text), cancel: TestContext.Current.CancellationToken));
            }
            catch (FormNotRecognisedException refusal)
            {
                misses.AddRange(Enumerable.Repeat($"{seed}: {refusal.Message} {style}", form.Questions.Count()));
                continue;
            }

            misses.AddRange(Comparison.Differences(ficha, reading).Select(difference => $"{seed} {difference} [{style}]"));
        }

        Assert.True(misses.Count <= fields * (1 - least), $"{misses.Count} of {fields} fields differ:\n{string.Join('\n', misses.Take(40))}");
    }
}
