using Acervo.Platform.Accounts;
using Acervo.Platform.Mail;
using Acervo.Platform.Reference;
using Acervo.Tests.Modules.Accounts;
using Acervo.Tests.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Admin;

/// <summary>A letter, a person, an act of the trail, a catalogue with its terms and a job.</summary>
internal sealed class AdminExamples : IRouteExamples
{
    public async Task<IReadOnlyDictionary<string, string>> SetAsync(Scene scene)
    {
        await using var db = scene.App.Db();
        await scene.App.Services.GetRequiredService<Outbox>()
            .AddAsync(db, new NewLetter("lucia@example.gov.co", "Asunto", "Cuerpo", LetterKind.Notice), CancellationToken.None);
        await db.SaveChangesAsync();
        var letter = await db.Set<Letter>().MaxAsync(one => one.Id);
        var term = await db.Set<Term>().Where(one => one.Catalogue == "ods").MinAsync(one => one.Id);
        var act = await db.Database.SqlQuery<long>($"SELECT min(id) AS \"Value\" FROM app.audit").SingleAsync();
        var grant = (await db.People.Include(person => person.Grants).SingleAsync(person => person.Id == scene.Author.Id)).Grants[0].Id;
        var waiting = await scene.App.InvitedAsync($"{Guid.NewGuid():N}@example.gov.co", Role.Contributor, null);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/admin/bitacora/{id:long}"] = $"/admin/bitacora/{act}",
            ["/admin/catalogos/{code}"] = "/admin/catalogos/ods",
            ["/admin/correos/{id:long}"] = $"/admin/correos/{letter}",
            ["/admin/personas/invitaciones/{id:int}"] = $"/admin/personas/invitaciones/{waiting.Id}",
            ["/admin/personas/{id:int}"] = $"/admin/personas/{scene.Author.Id}",
            ["/admin/personas/{id:int}/retirar-rol"] = $"/admin/personas/{scene.Author.Id}/retirar-rol?otorgado={grant}",
            ["/admin/terminos/{id:int}"] = $"/admin/terminos/{term}",
            ["/admin/terminos/{id:int}/depende-de"] = $"/admin/terminos/{Cast.Habitat}/depende-de",
            ["/admin/trabajos/{name}"] = "/admin/trabajos/Platform.DeliverMail",
        };
    }
}
