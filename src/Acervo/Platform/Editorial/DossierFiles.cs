using Acervo.Platform.Files;

namespace Acervo.Platform.Editorial;

/// <summary>The files that go with it: who writes it adds and removes them, and none is published of which nobody knows what it holds.</summary>
public sealed partial class Dossier
{
    public void Attach(DossierFile file, DateTime now)
    {
        RequireEditable();
        if (Files.Exists(known => known.Sha256 == file.Sha256))
        {
            throw new RuleException($"Ese archivo ya está adjunto: «{file.Name}».");
        }

        AttachmentLimits.Check([.. Files.Select(known => known.Size)], file.Size);
        Files.Add(file);
        EditedAt = now;
        Did("attached", file.AddedBy, file.Sha256);
    }

    public DossierFile Detach(int fileId, int by, DateTime now)
    {
        RequireEditable();
        var file = Files.Find(known => known.Id == fileId) ?? throw new NotFoundException($"file {fileId}");
        Files.Remove(file);
        EditedAt = now;
        Did("detached", by, file.Sha256);
        return file;
    }

    /// <summary>
    /// Refuses to publish a file that is still being looked through, whatever was said of it, and one that holds contact data, or of which that is not
    /// known, when nobody said why it may be read.
    /// </summary>
    public void RequireLookedFiles()
    {
        if (Files.Find(one => one.IsBeingLooked) is { } waiting)
        {
            throw new RuleException($"Todavía se está revisando si «{waiting.Name}» contiene datos de contacto personales. Espere unos minutos y publique "
                + "entonces.");
        }

        if (Files.Find(one => one.ContactWords is not null && string.IsNullOrWhiteSpace(Explanations.GetValueOrDefault(one.ContactsName))) is { } file)
        {
            throw new RuleException($"«{file.Name}»: {file.ContactWords!.ToLowerInvariant()[..1]}{file.ContactWords[1..]}, y nadie explicó por qué puede "
                + "publicarse. Devuelva la publicación a revisión y pida que se cambie el archivo o se explique.");
        }
    }
}
