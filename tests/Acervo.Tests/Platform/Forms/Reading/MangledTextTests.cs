using System.Text;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Tests.Platform.Forms.Reading.Invented;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>Typed fichas that were mistyped, forwarded, signed or saved by a mail program are still read.</summary>
public sealed class MangledTextTests
{
    private const int Seeds = 16;

    public static TheoryData<string> Ways =>
        ["mistyped", "gmail", "outlook", "quoted twice", "signed", "signed on a line", "outlook html", "help on the label's line"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_ficha_that_came_a_hard_way_is_read_back_as_written(string way)
    {
        var (fields, misses) = (0, new List<string>());
        for (var seed = 900; seed < 900 + Seeds; seed++)
        {
            var form = FormCatalogue.Default.Find("4202000-FT-1311", seed % 2 == 0 ? "01" : "02")!;
            var style = Style(way, seed);
            var ficha = new InventedFicha(form, seed);
            fields += form.Questions.Count() + 2;
            try
            {
                var reading = FichaReader.Read(await DocumentParser.ParseAsync(Encoding.UTF8.GetBytes(Text(way, ficha, style)),
                    cancel: TestContext.Current.CancellationToken));
                misses.AddRange(Comparison.Differences(ficha, reading).Select(difference => $"{seed} {difference} [{style}]"));
            }
            catch (FormNotRecognisedException refusal)
            {
                misses.AddRange(Enumerable.Repeat($"{seed}: {refusal.Message} {style}", form.Questions.Count()));
            }
        }

        Assert.True(misses.Count <= fields * 0.01, $"{misses.Count} of {fields} fields differ:\n{string.Join('\n', misses.Take(30))}");
    }

    private static FichaStyle Style(string way, int seed) => way switch
    {
        "outlook html" => FichaStyle.Random(seed) with { LabelBefore = "", LabelAfter = "", Numbered = false, Upper = false, Plain = false },
        "help on the label's line" => FichaStyle.Random(seed) with { Help = true, HelpBeside = true, SameLine = false },
        "mistyped" => FichaStyle.Random(seed) with { Slips = seed },
        _ => FichaStyle.Random(seed),
    };

    private static string Text(string way, InventedFicha ficha, FichaStyle style)
    {
        var text = TextFicha.Write(ficha, style);
        return way switch
        {
            "gmail" => Mangle.ForwardedByGmail(text),
            "outlook" => Mangle.ForwardedByOutlook(text),
            "quoted twice" => Mangle.QuotedTwice(text),
            "signed" => Mangle.Signed(text),
            "signed on a line" => Mangle.SignedOnLine(text),
            "outlook html" => Mangle.AsOutlookHtml(text, ficha.Form.Questions.Select(question => question.Label).ToHashSet(StringComparer.Ordinal)),
            _ => text,
        };
    }
}
