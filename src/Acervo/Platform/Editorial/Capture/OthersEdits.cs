using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>Says whose the change is that somebody's page missed: another person's, or one's own in another window.</summary>
internal sealed class OthersEdits(AppDb db)
{
    /// <param name="other">As <see cref="Dossier.OtherSince"/> says.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<string> NameOfAsync(int other, CancellationToken cancel) =>
        await db.People.Where(person => person.Id == other).Select(person => person.Name).FirstOrDefaultAsync(cancel) ?? "Otra persona";

    /// <summary>That what was saved elsewhere stands beside what was saved now.</summary>
    public async Task<string> ToldAsync(int? other, CancellationToken cancel) =>
        other is null ? "Guardado, con lo que usted escribió en otra ventana" : $"Guardado, con lo que escribió {await NameOfAsync(other.Value, cancel)}";
}
