using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;

namespace Acervo.Tests.Modules.Practices;

/// <summary>Fichas for tests: complete, invented, and brought to a stage by the verbs that pages use.</summary>
internal static class Ficha
{
    public static FormDefinition Form => FormCatalogue.Default.Find("4202000-FT-1311", "02")!;

    /// <summary>A draft without anything missing.</summary>
    public static Dossier Complete(Person author, DateTime now, string title = "Turnos que avisan por mensaje")
    {
        var practice = Dossier.Start(Form, author.Id, author.UnitId, now);
        practice.Answer(Answers(title), now);
        practice.Date(now.BogotaDay(), now);
        practice.Present("Quien toma un turno recibe un mensaje cuando faltan diez minutos para que lo atiendan.", [16, 11], "", now);
        return practice;
    }

    public static FormAnswers Answers(string title)
    {
        var answers = new FormAnswers();
        foreach (var question in Form.Questions.Where(question => question.Type == QuestionType.LongText))
        {
            answers.Set(question.Key, $"Respuesta larga sobre {question.Label.ToLowerInvariant()}, con un **dato** y una lista:\n\n- primero\n- segundo");
        }

        answers.Set("title", title);
        answers.Set("other_aspects", Words(title));
        answers.Set("responsible_unit", "Dirección Distrital de Calidad del Servicio");
        answers.Set("unit_head", "Rosalba Peñuela Díaz");
        answers.Set("process", "Fortalecimiento de la Gestión Pública");
        answers.Set("mipg_policies", ["Servicio al Ciudadano"]);
        answers.Set("work_group", "Equipo de canales");
        answers.Set("responsible_people", ["Óscar Iván Lemus"]);
        answers.Set("employment_types", ["Contratista"]);
        answers.Set("contact_phones", ["300 000 0012"]);
        answers.Set("contact_emails", ["oscar.lemus@example.gov.co"]);
        answers.Set("started_on", new DateOnly(2024, 2, 15));
        answers.Set("is_adaptation", (bool?)false);
        return answers;
    }

    /// <summary>A thousand words that are another thousand for another title: fichas of tests are no copies of each other.</summary>
    private static string Words(string title)
    {
        const string words = "nogal roble cedro pino sauce arrayán mango guayaba lulo curuba uchuva mora fresa papaya piña coco cacao rojo verde azul gris "
            + "blanco negro pardo ocre lila malva granate celeste dorado plata cobre ámbar jade coral perla arena barro musgo niebla trébol helecho";
        var known = words.Split(' ');
        var dice = new Random(title.Aggregate(7, (sum, letter) => unchecked(sum * 31 + letter)));
        return string.Join(' ', Enumerable.Range(0, 1000).Select(_ => known[dice.Next(known.Length)])) + ".";
    }

    /// <summary>Uploads a document as a person would and returns the answer of the site.</summary>
    public static async Task<Answer> UploadAsync(this Visitor visitor, string path, string? name = null) =>
        await visitor.UploadAsync(await File.ReadAllBytesAsync(path), name ?? Path.GetFileName(path));

    public static async Task<Answer> UploadAsync(this Visitor visitor, byte[] bytes, string name)
    {
        var page = await visitor.VisitAsync("/fichas/nueva");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", name },
        };
        var response = await visitor.Http.PostAsync("/fichas/nueva", form);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Follows a document that is still being read until there is a ficha; returns its address.</summary>
    public static async Task<string> WaitForFichaAsync(this Visitor visitor, Answer uploaded)
    {
        var at = uploaded.Location;
        Assert.True(at is not null, $"{uploaded.Status}: {uploaded.Text(".field-error")}");
        for (var i = 0; at.Contains("/leyendo/", StringComparison.Ordinal) && i < 600; i++)
        {
            await Task.Delay(100);
            var answer = await visitor.VisitAsync(at);
            at = answer.Location ?? (answer.Status == HttpStatusCode.OK && answer.Page.QuerySelector(".notice-refusal") is null ? at
                : throw new InvalidOperationException(answer.Text("main")));
        }

        return at;
    }

    /// <summary>Explains every warning of the checklist and sends to review.</summary>
    public static async Task<Answer> SendFichaAsync(this Visitor author, string ficha)
    {
        var page = await author.VisitAsync($"{ficha}/enviar");
        var explanations = page.Page.QuerySelectorAll("input[name^=explain]")
            .Select(input => (input.GetAttribute("name")!, (string?)"Está bien así: se comprobó con el equipo.")).ToArray();
        return await author.SendFormAsync($"{ficha}/enviar", page, explanations);
    }

    /// <summary>Presses a button of one page that sends to another.</summary>
    public static async Task<Answer> PostFromAsync(this Visitor visitor, string from, string path, params (string Name, string? Value)[] fields)
    {
        var page = await visitor.VisitAsync(from);
        var token = page.Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return await visitor.PostAsync(path,
            [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value!))]);
    }
}
