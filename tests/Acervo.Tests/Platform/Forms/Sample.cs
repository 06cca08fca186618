using System.IO.Compression;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;

namespace Acervo.Tests.Platform.Forms;

/// <summary>A filled-in form of any definition, with something to find in every answer, for the tests of what is written from it.</summary>
internal static class Sample
{
    public static readonly DateOnly Day = new(2025, 9, 26);
    public static readonly FormDocxOptions Options = new("Entidad de prueba");

    public const string LongText =
        "Primer párrafo con **negrilla**, *cursiva* y [un enlace](https://example.gov.co/a?b=1&c=2).\n\n- uno\n- dos\n  - dentro\n\n4. cuatro\n5. cinco\n\n# "
            + "Título <b>literal</b>\n\nSegunda\nlínea";

    public static FormAnswers Of(FormDefinition form)
    {
        var answers = new FormAnswers();
        foreach (var question in form.Questions)
        {
            switch (question.Type)
            {
                case QuestionType.Date: answers.Set(question.Key, Day); break;
                case QuestionType.YesNo: answers.Set(question.Key, true); break;
                case QuestionType.LongText: answers.Set(question.Key, $"{Mark(question)} {LongText}"); break;
                case QuestionType.Attachments: answers.Set(question.Key, [$"{Mark(question)} https://example.gov.co/anexo", "soporte_1.pdf"]); break;
                case var _ when question.IsList: answers.Set(question.Key, [Mark(question), Mark(question) + "-2"]); break;
                default: answers.Set(question.Key, Mark(question)); break;
            }
        }

        return answers;
    }

    public static string Mark(FormQuestion question) => $"«{question.Key}»";

    public static byte[] Write(FormDefinition form, FormDocxOptions? options = null) =>
        FormDocx.Write(form, Of(form), Day, options ?? Options);

    public static Dictionary<string, string> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry => new StreamReader(entry.Open()).ReadToEnd());
    }
}
