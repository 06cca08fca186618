using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Data;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Asking;
using Acervo.Platform.Mail;
using Acervo.Tests.Platform.OpenData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices;

/// <summary>A citizen writes to those who made what is published, or says that they want to put it to use.</summary>
public sealed class InquiryTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private readonly string from = $"{Guid.NewGuid():N}@correo.example";

    private Person lucia = null!;
    private Person mateo = null!;
    private Dossier ficha = null!;
    private Visitor visitor = null!;
    private string href = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(16)); // the tries of the test before are forgotten
        lucia = await app.SeedAsync(Cast.Somebody("Lucía", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor));
        mateo = await app.SeedAsync(Cast.Somebody("Mateo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Reviewer));
        var ines = await app.SeedAsync(Cast.Somebody("Inés", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Reviewer));
        ficha = await app.PublishedAsync(lucia, mateo, ines);
        href = $"/practicas/{ficha.Slug}";
        visitor = app.CreateClient();
        await visitor.EventuallyAsync(href, HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_question_reaches_its_author_by_a_letter_that_is_answered_to_who_asked()
    {
        var page = await visitor.VisitAsync(href);
        Assert.Equal([$"{href}/escribir", $"{href}/aplicar"], page.Page.QuerySelectorAll("#escribir a").Select(link => link.GetAttribute("href")));

        var sent = await AskAsync("escribir", ("Message", "¿Cuánto costó?\r\nhttps://trampa.example/entrar"));

        Assert.Equal($"{href}/escribir/gracias", sent.Location);
        var thanks = await visitor.VisitAsync(sent.Location!);
        Assert.Contains($"Su mensaje va al equipo de «{ficha.Title}»", thanks.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(lucia.Email, page.Body + thanks.Body, StringComparison.Ordinal);
        var letter = await NewestAsync(lucia);
        Assert.Equal((from, $"Le escriben sobre: {ficha.Title}"), (letter.ReplyTo, letter.Subject));
        Assert.Contains($"Rosa Elvira leyó «{ficha.Title}» y le escribe:\n\n> ¿Cuánto costó?\n> https://trampa.example/entrar\n", letter.Body,
            StringComparison.Ordinal);
        Assert.Contains($"/fichas/{ficha.Id}/mensajes\n", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wanting_to_put_it_to_use_asks_where_and_what_for_and_its_author_sees_who()
    {
        var form = await visitor.VisitAsync($"{href}/aplicar");
        Assert.Equal("Quiero aplicarla", form.Text("h1"));
        Assert.Contains("¿Para qué quiere aplicarla?", form.Text("main form"), StringComparison.Ordinal);
        var again = await AskAsync("aplicar", ("Entity", " "));
        Assert.Contains("Escriba la entidad u organización", again.Text(".errors"), StringComparison.Ordinal);

        await AskAsync("aplicar", ("Entity", "Junta de La Perseverancia"), ("Message", "Para las filas del salón. Llame al 300 000 0042."));

        using var author = await app.SignInAsync(lucia);
        Assert.Contains($"/fichas/{ficha.Id}/mensajes", (await author.VisitAsync($"/fichas/{ficha.Id}")).Body, StringComparison.Ordinal);
        var row = (await author.VisitAsync($"/fichas/{ficha.Id}/mensajes")).Text("tbody tr");
        Assert.Contains("Quiere aplicarla: Junta de La Perseverancia", row, StringComparison.Ordinal);
        Assert.Contains($"Rosa Elvira {from}", row, StringComparison.Ordinal);
        Assert.DoesNotContain("300 000 0042", row, StringComparison.Ordinal);
        Assert.Contains("300 000 0042", (await NewestAsync(lucia)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(from, (await visitor.VisitAsync(href)).Body, StringComparison.Ordinal);

        using var reviewer = await app.SignInAsync(mateo);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.VisitAsync($"/fichas/{ficha.Id}/mensajes")).Status);
        using var stranger = await app.SignInAsync(await app.SeedAsync(Cast.Stranger().Apart()));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.VisitAsync($"/fichas/{ficha.Id}/mensajes")).Status);
    }

    [Theory]
    [InlineData("Email", "rosa elvira@correo.example", "Escriba un correo electrónico válido")]
    [InlineData("Email", "rosa@correo.example,otra@correo.example", "Escriba un correo electrónico válido")]
    [InlineData("Name", "", "Escriba su nombre.")]
    [InlineData("Name", "Su clave vence hoy: https://trampa.example", "Escriba solo el nombre")]
    [InlineData("Email", "(nada)rosa@[127.0.0.1]", "Escriba un correo electrónico válido")]
    [InlineData("Message", "  ", "Escriba el mensaje.")]
    [InlineData("web", "https://promo.example", "El envío parece de un programa")]
    public async Task What_is_refused_says_why_keeps_what_was_typed_and_writes_to_nobody(string field, string value, string sentence)
    {
        var again = await AskAsync("escribir", (field, value));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains(sentence, again.Text(".errors"), StringComparison.Ordinal);
        Assert.Equal(field == "Message" ? "" : "¿Cómo empezaron?", again.Text("textarea"));
        Assert.Equal("", again.Page.QuerySelector("#web")!.GetAttribute("value") ?? "");
        Assert.Equal(0, await CountAsync());
        Assert.Equal($"{href}/escribir/gracias", (await AskAsync("escribir")).Location);
    }

    [Fact]
    public async Task A_text_over_the_limit_is_kept_and_its_length_told()
    {
        var again = await AskAsync("escribir", ("Message", new string('ñ', 2001)));
        Assert.Contains("hasta 2.000 caracteres y tiene 2.001", again.Text(".errors"), StringComparison.Ordinal);
        Assert.Equal(2001, again.Text("textarea").Length);
        Assert.Equal($"{href}/escribir/gracias", (await AskAsync("escribir", ("Message", new string('ñ', 2000)))).Location);
    }

    [Fact]
    public async Task There_is_an_end_to_what_one_address_one_connection_one_publication_and_a_day_may_bring()
    {
        await using var host = await AppHost.StartAsync(("Editorial:Inquiries:PerConnection", "7"), ("Editorial:Inquiries:PerEmailDay", "2"),
            ("Editorial:Inquiries:PerPublicationDay", "3"), ("Editorial:Inquiries:PerSiteDay", "4"));
        await host.SeedAsync(Cast.Administrator());
        await host.PublishAsync(9001, "una", "Una cosa");
        await host.PublishAsync(9002, "otra", "Otra cosa");
        using var many = host.CreateClient();
        await many.EventuallyAsync("/practicas/otra", HttpStatusCode.OK);

        await TakesAsync("una", "a@correo.example");
        await TakesAsync("una", "a@correo.example");
        await RefusesAsync("otra", "A@correo.example", "Con este correo ya se enviaron 2 mensajes en las últimas 24 horas");
        await TakesAsync("una", "b@correo.example");
        await RefusesAsync("una", "c@correo.example", "muchos mensajes sobre esta publicación");
        await TakesAsync("otra", "c@correo.example");
        await RefusesAsync("otra", "d@correo.example", "más mensajes de los que el sitio entrega en un día");
        await RefusesAsync("otra", "e@correo.example", "demasiados intentos");
        host.Clock.Advance(TimeSpan.FromHours(25));
        await TakesAsync("otra", "a@correo.example");

        async Task<Answer> SendAsync(string slug, string email) => await many.PostFormAsync($"/practicas/{slug}/escribir",
            ("Name", "Rosa Elvira"), ("Email", email), ("Message", "¿Cómo empezaron?"));
        async Task TakesAsync(string slug, string email) => Assert.Equal($"/practicas/{slug}/escribir/gracias", (await SendAsync(slug, email)).Location);
        async Task RefusesAsync(string slug, string email, string sentence)
        {
            var again = await SendAsync(slug, email);
            Assert.Contains(sentence, again.Text(".errors"), StringComparison.Ordinal);
            Assert.Contains("sigue aquí", again.Text(".errors"), StringComparison.Ordinal);
            Assert.Equal("¿Cómo empezaron?", again.Text("textarea"));
        }
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_message_and_without_its_token_none()
    {
        var page = await visitor.VisitAsync($"{href}/escribir");
        (string, string?)[] said = [("Name", "Rosa"), ("Email", from), ("Message", "¿Cómo empezaron?")];
        var answers = await Task.WhenAll(visitor.SendFormAsync($"{href}/escribir", page, said), visitor.SendFormAsync($"{href}/escribir", page, said));
        Assert.All(answers, answer => Assert.Equal($"{href}/escribir/gracias", answer.Location));
        Assert.Equal(1, await CountAsync());

        var without = await visitor.SendFormAsync($"{href}/escribir", page, [.. said, ("__RequestVerificationToken", null), ("__form", "otra")]);
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task What_is_gone_takes_no_message_and_what_never_was_has_no_page()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/practicas/nunca-existio/escribir")).Status);
        var open = await visitor.VisitAsync($"{href}/escribir");
        using var reviewer = await app.SignInAsync(mateo);
        await reviewer.PostFormAsync($"/fichas/{ficha.Id}/retirar", ("way", "por-error"), ("reason", "Contenía cifras de otra entidad."));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.VisitAsync($"{href}/escribir")).Status);
        var late = await visitor.SendFormAsync($"{href}/escribir", open, ("Name", "Rosa"), ("Email", from), ("Message", "¿Cómo empezaron?"));
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task When_its_author_left_those_who_review_in_its_unit_have_it()
    {
        await using (var db = app.Db())
        {
            (await db.People.SingleAsync(one => one.Id == lucia.Id, Cancel)).Disable(app.Clock.GetUtcNow().UtcDateTime, by: null);
            await db.SaveChangesAsync(Cancel);
        }

        await AskAsync("escribir");

        Assert.Contains($"{href}\n", (await NewestAsync(mateo)).Body, StringComparison.Ordinal);
        using var reviewer = await app.SignInAsync(mateo);
        Assert.Contains(from, (await reviewer.VisitAsync($"/fichas/{ficha.Id}/mensajes")).Text("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_its_term_who_wrote_is_forgotten_and_the_interest_stays()
    {
        await AskAsync("escribir");
        await AskAsync("aplicar", ("Entity", "Junta de La Perseverancia"));
        app.Clock.Advance(TimeSpan.FromDays(91));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SweepInquiries>().Execute(null!, Cancel);
        }

        await using var db = app.Db();
        var left = await db.Inquiries.SingleAsync(one => one.Item == ficha.Id, Cancel);
        Assert.Equal((InquiryPurpose.Apply, "Junta de La Perseverancia", "", ""), (left.Purpose, left.Entity, left.Name, left.Email));
    }

    private async Task<Answer> AskAsync(string way, params (string Name, string? Value)[] fields)
    {
        (string Name, string? Value)[] usual = [("Name", "Rosa Elvira"), ("Email", from), ("Message", "¿Cómo empezaron?")];
        return await visitor.PostFormAsync($"{href}/{way}", [.. usual.Where(one => !fields.Any(other => other.Name == one.Name)), .. fields]);
    }

    private async Task<int> CountAsync()
    {
        await using var db = app.Db();
        return await db.Inquiries.CountAsync(one => one.Item == ficha.Id && one.Kind == ficha.Kind, Cancel);
    }

    private async Task<Letter> NewestAsync(Person to)
    {
        await using var db = app.Db();
        return await db.Set<Letter>().Where(letter => letter.ToAddress == to.Email && letter.ReplyTo != "").OrderByDescending(letter => letter.Id)
            .FirstAsync(Cancel);
    }
}
