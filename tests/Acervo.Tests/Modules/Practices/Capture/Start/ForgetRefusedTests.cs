using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices.Capture.Start;

/// <summary>What could not be read is forgotten after a week, with the work that tried; what became a ficha is not.</summary>
public sealed class ForgetRefusedTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task After_a_week_nothing_is_left_of_what_could_not_be_read()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var lucia = await app.SignInAsync(
            await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor)));
        await lucia.PasteInVainAsync("Receta de la abuela " + Guid.NewGuid());
        var ficha = await lucia.WaitForFichaAsync(await lucia.PasteAsync(TypedFicha.Of($"Huertas {Guid.NewGuid():N}")));
        await using var scope = app.Services.CreateAsyncScope();
        var forget = scope.ServiceProvider.GetRequiredService<ForgetRefused>();
        await using var db = app.Db();
        var refused = await db.Set<DocumentReading>().SingleAsync(reading => reading.Work!.State == WorkState.Refused, cancel);

        await forget.Execute(null!, cancel);
        Assert.Equal(HttpStatusCode.OK, (await lucia.VisitAsync($"/fichas/leyendo/{refused.Id}")).Status);

        app.Clock.Advance(TimeSpan.FromDays(8));
        await forget.Execute(null!, cancel);
        Assert.Equal([WorkState.Done], await db.Set<WorkItem>().Select(work => work.State).ToListAsync(cancel));
        using var again = await app.SignInAsync(await db.Set<Person>().SingleAsync(person => person.Id == refused.PersonId, cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await again.VisitAsync($"/fichas/leyendo/{refused.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await again.VisitAsync(ficha)).Status);
    }
}
