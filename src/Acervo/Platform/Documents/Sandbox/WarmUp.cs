using System.Text.Json;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;

namespace Acervo.Platform.Documents.Sandbox;

/// <summary>
/// Reads a form of its own in Word, with every kind of answer in it, so that a waiting worker has its code compiled when the real file comes.
/// </summary>
internal static class WarmUp
{
    private const int Rounds = 3;
    private const string Prose = "Un párrafo con **negrita** y [un enlace](https://www.example.gov.co/).\n\n- primero\n- segundo\n\n1. uno\n2. "
        + "dos\n\nOtro párrafo.";

    /// <summary>One white dot: the mark in the page header, for pictures take the longest to compile.</summary>
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==";

    public static async Task RunAsync()
    {
        var file = Sample();
        for (var round = 0; round < Rounds; round++)
        {
            var document = await DocumentParser.ParseAsync(file);
            var json = JsonSerializer.SerializeToUtf8Bytes(new WorkerMessage { Document = document }, WorkerMessage.Json);
            JsonSerializer.Deserialize<WorkerMessage>(json, WorkerMessage.Json);
        }
    }

    private static byte[] Sample()
    {
        var form = FormCatalogue.Default.All[0];
        var answers = new FormAnswers();
        foreach (var question in form.Questions)
        {
            answers.Set(question.Key, question.Type == QuestionType.LongText ? Prose : null);
        }

        return FormDocx.Write(form, answers, null, new FormDocxOptions(form.Process ?? form.Name) { MarkPng = Convert.FromBase64String(Dot) });
    }
}
