using System.Text;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Tests.Platform.Forms.Reading.Invented;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>Fichas answered without the form, with labels of people's own, in mails and in tables whose rows stand in any order.</summary>
public sealed class BriefLabelTests
{
    /// <summary>The last third was left unread until the reader was done.</summary>
    private const int Seeds = 24;

    [Fact]
    public Task A_mail_with_labels_of_its_own_is_read() => Check(0.97, brief => Encoding.UTF8.GetBytes(brief.Mail()));

    [Fact]
    public Task A_table_with_the_labels_of_the_form_is_read_in_any_order() => Check(0.99, brief => brief.Table(printed: true));

    [Fact]
    public Task A_table_with_labels_of_its_own_is_read_in_any_order() => Check(0.97, brief => brief.Table(printed: false));

    private static async Task Check(double least, Func<BriefFicha, byte[]> write)
    {
        var (fields, misses) = (0, new List<string>());
        var form = FormCatalogue.Default.Find("4202000-FT-1311", "02")!;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var ficha = new InventedFicha(form, 5000 + seed);
            ficha.Answers.Set("adapted_from", (string?)null);
            fields += form.Questions.Count() + 2;
            try
            {
                var document = await DocumentParser.ParseAsync(write(new BriefFicha(ficha, seed)), cancel: TestContext.Current.CancellationToken);
                misses.AddRange(Comparison.Differences(ficha, FichaReader.Read(document)).Select(difference => $"{seed} {difference}"));
            }
            catch (FormNotRecognisedException refusal)
            {
                misses.AddRange(Enumerable.Repeat($"{seed}: {refusal.Message}", form.Questions.Count()));
            }
        }

        Assert.True(misses.Count <= fields * (1 - least), $"{misses.Count} of {fields} fields differ:\n{string.Join('\n', misses.Take(60))}");
    }
}
