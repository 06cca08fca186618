using System.Net;
using Acervo.Platform.Forms;
using Acervo.Tests.Platform.Forms.Reading.Invented;

namespace Acervo.Tests.Modules.Practices.Capture.Start;

/// <summary>A ficha as typed text, and the ways in which a visitor hands it over.</summary>
internal static class TypedFicha
{
    public static string Of(string title, Action<InventedFicha>? change = null)
    {
        var ficha = new InventedFicha(FormCatalogue.Default.Find("4202000-FT-1311", "02")!, 7);
        ficha.Answers.Set("title", title);
        change?.Invoke(ficha);
        return TextFicha.Write(ficha, new FichaStyle());
    }

    public static async Task<Answer> PasteAsync(this Visitor visitor, string text)
    {
        var page = await visitor.VisitAsync("/fichas/nueva");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(text), "pasted" },
        };
        var response = await visitor.Http.PostAsync("/fichas/nueva", form);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Pastes what will be refused; on a slow day the site first asks for patience and then leads back to the text.</summary>
    public static async Task<(string Refusal, string Kept)> PasteInVainAsync(this Visitor visitor, string text)
    {
        var answer = await visitor.ToTheEndAsync(await visitor.PasteAsync(text));
        var refusal = answer.Text(".field-error, .notice-refusal");
        var box = answer.Href("Corregir el texto pegado") is { } back ? await visitor.VisitAsync(back) : answer;
        return (refusal, box.Page.QuerySelector("textarea[name=pasted]")!.TextContent);
    }

    /// <summary>Uploads and, where the site asks for patience, waits until the document is read or refused.</summary>
    public static async Task<Answer> UploadToTheEndAsync(this Visitor visitor, byte[] file, string name) =>
        await visitor.ToTheEndAsync(await visitor.UploadAsync(file, name));

    private static async Task<Answer> ToTheEndAsync(this Visitor visitor, Answer answer)
    {
        var at = answer.Location;
        for (var tries = 0; at is not null && tries < 900; tries++)
        {
            await Task.Delay(100);
            answer = await visitor.VisitAsync(at);
            if (answer.Status == HttpStatusCode.OK && answer.Page.QuerySelector(".notice-refusal") is not null)
            {
                return answer;
            }

            at = answer.Location ?? at;
        }

        return answer;
    }
}
