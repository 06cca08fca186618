using System.Text;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>Whatever a person writes in a long answer comes back: label words, quotation marks, bullets, letters of any language.</summary>
public sealed class AnswerPropertyTests
{
    private static readonly string[] Words =
    [
        "alcance", "Conclusiones", "difusión", "Línea", "base", "«comillas»", "\"cita\"", "número", "3.5", "50%", "N/A", "日本", "Ω", "naïve", "œuvre", "🙂",
        "e-mail", "(nota)", "1.248", "ñandú", "a/b", "C#", "x",
    ];

    [Fact]
    public void Any_answer_is_read_back_as_written()
    {
        var sentence = Gen.Elements(Words).ArrayOf(6).Select(words => "Texto " + string.Join(' ', words) + ".");
        var paragraph = Gen.OneOf(sentence, sentence.Select(text => "- " + text), sentence.Select(text => "**Dato:** " + text), Gen.Constant("Alcance"),
            Gen.Constant("Anexos"));
        var answer = paragraph.NonEmptyListOf().Select(parts => string.Join("\n\n", parts.Take(8)));

        Prop.ForAll(answer.Two().ToArbitrary(), pair => ReadBack(pair.Item1, pair.Item2)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private static bool ReadBack(string description, string stability)
    {
        var form = FormCatalogue.Default.Find("4202000-FT-1311", "02")!;
        var text = new StringBuilder();
        foreach (var section in form.Sections)
        {
            text.Append($"{section.Number}. {section.Title.ToUpperInvariant()}\n\n");
            foreach (var question in section.Questions)
            {
                text.Append(question.UnderHeading ? "" : question.Label + ":\n\n").Append(question.Help is null ? "" : question.Help + "\n\n")
                    .Append(question.Key switch { "description" => description, "stability" => stability, _ => "" }).Append("\n\n");
            }
        }

        var reading = FichaReader.Read(DocumentParser.ParseAsync(Encoding.UTF8.GetBytes(text.ToString())).GetAwaiter().GetResult());
        return Same(reading.Answers.Text("description"), description) && Same(reading.Answers.Text("stability"), stability);
    }

    private static bool Same(string? read, string wrote) => Plain(read ?? "") == Plain(wrote);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
