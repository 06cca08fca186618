using Acervo.Platform.Accounts;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Platform.Files;
using Acervo.Platform.Publications;
using Acervo.Platform.Text;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>Makes the public copies of what is attached to a dossier; the originals never leave.</summary>
public sealed class DossierCopies(LimitedCleaner cleaner, Me me)
{
    private const string NotPublishable = "Ese tipo de archivo no se puede publicar. Adjunte Word (.docx), Excel (.xlsx), PDF, PNG o JPG.";

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase) { ".docx", ".xlsx", ".pdf", ".png", ".jpg", ".jpeg" };

    /// <summary>What is published: the copies that were made when the files were attached, and that author and reviewer could see.</summary>
    public static IReadOnlyList<PublicFile> Of(Dossier dossier) => [.. dossier.Files.Select(file => new PublicFile(NameOf(file.Name), file.CopySha256))];

    /// <summary>Makes the copy of a file; says why when it cannot be made with certainty.</summary>
    public async Task<CleanCopy> TryAsync(Stream file, CancellationToken cancel)
    {
        if (await AttachedKind.OfAsync(file, cancel) is not { } kind)
        {
            return new CleanCopy(null, "", [], NotPublishable);
        }

        try
        {
            var copy = await cleaner.CleanAsync(file, kind.Kind, me.Id, cancel);
            return new CleanCopy(new FileContent(copy.Bytes, kind.ContentType), kind.ContentType, [.. copy.Removed], null);
        }
        catch (CleaningException refusal)
        {
            return new CleanCopy(null, kind.ContentType, [], refusal.Message);
        }
    }

    /// <summary>The name without contact data; how it ends is not part of it, or «ana@example.com.pdf» would lose its kind.</summary>
    internal static string NameOf(string name)
    {
        var end = Path.GetExtension(name);
        return Endings.Contains(end) ? PersonalData.Redact(name[..^end.Length]) + end : PersonalData.Redact(name);
    }
}

/// <summary>The copy of a file and what it does not have of it, or why there is none.</summary>
public sealed record CleanCopy(FileContent? Content, string ContentType, string[] Notes, string? Refusal);
