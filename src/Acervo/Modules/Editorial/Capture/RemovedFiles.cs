using System.Security.Cryptography;
using System.Text.Json;
using Acervo.Platform.Editorial;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>
/// What was just told of the files of a ficha: one that was refused, or one that was taken away and can be put back for a while. It travels sealed with
/// the page, so that nobody puts back what was never attached.
/// </summary>
internal sealed class RemovedFiles(IDataProtectionProvider protection)
{
    public const string RefusedName = "FileRefused";

    private const string TokenName = "FileRemoved";

    private const string NameName = "FileRemovedName";

    /// <summary>Until the sweep of the night its bytes are there.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("Acervo.RemovedFiles").ToTimeLimitedDataProtector();

    public void Tell(Dossier dossier, DossierFile file, ITempDataDictionary messages)
    {
        messages[NameName] = file.Name;
        messages[TokenName] = seal.Protect(JsonSerializer.Serialize(new Removed(dossier.Id, file.Content, file.Contacts)), Life);
    }

    /// <summary>The file that a page was told of.</summary>
    /// <exception cref="RuleException">It was another ficha's, or it is too long ago.</exception>
    public DossierFile Read(Dossier dossier, string token)
    {
        try
        {
            var removed = JsonSerializer.Deserialize<Removed>(seal.Unprotect(token))!;
            return removed.Dossier == dossier.Id ? Dossier.FileOf(removed.Content, removed.Contacts)
                : throw new RuleException("Ese archivo es de otra ficha. Adjúntelo aquí.");
        }
        catch (CryptographicException old)
        {
            throw new RuleException("Pasó demasiado tiempo desde que lo quitó. Adjúntelo de nuevo.", old);
        }
    }

    public FilesPanel PanelOf(Dossier dossier, ITempDataDictionary messages) =>
        new(dossier, messages[RefusedName] as string, messages[NameName] as string, messages[TokenName] as string);

    /// <summary>A file and whose it was.</summary>
    private sealed record Removed(int Dossier, ContentFile Content, string Contacts);
}
