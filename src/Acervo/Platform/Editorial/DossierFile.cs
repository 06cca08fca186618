using Acervo.Platform.Files;

namespace Acervo.Platform.Editorial;

/// <summary>
/// A file added to a dossier: an original, private, and the clean copy of it that will be published, which author and reviewer can see before.
/// </summary>
public sealed class DossierFile
{
    public int Id { get; private set; }

    public int DossierId { get; private set; }

    public required string Sha256 { get; init; }

    /// <summary>As it was called when it was attached.</summary>
    public required string Name { get; set; }

    public required long Size { get; init; }

    public required string ContentType { get; init; }

    public required int AddedBy { get; init; }

    public required DateTime AddedAt { get; init; }

    /// <summary>The copy that will be public, made when the original was attached: what was looked at is what is published.</summary>
    public required string CopySha256 { get; init; }

    public required long CopySize { get; init; }

    /// <summary>What the copy does not have of the original, and what nobody could make sure of, in sentences.</summary>
    public required string[] CopyNotes { get; init; }

    /// <summary>In place of contact data: the file could not be read, so nobody knows.</summary>
    public const string NotLooked = "?";

    /// <summary>Mobile numbers and private addresses that were read in it, separated by commas; empty when none were; <see cref="NotLooked"/>.</summary>
    public string Contacts { get; init; } = "";

    /// <summary>What is to be told of its contact data, in a sentence; null when there is nothing to tell.</summary>
    public string? ContactWords => Contacts switch
    {
        "" => null,
        NotLooked => "No se pudo revisar si contiene datos de contacto",
        _ => $"Contiene datos de contacto: {Contacts}",
    };

    /// <summary>An original that somebody attaches, with the copy that was made of it.</summary>
    public static DossierFile Of(string name, StoredFile original, FileContent copy, string[] notes, int by, DateTime at, string contacts = "") => new()
    {
        Sha256 = original.Sha256,
        Name = name,
        Size = original.Size,
        ContentType = original.ContentType,
        AddedBy = by,
        AddedAt = at,
        CopySha256 = copy.Sha256(),
        CopySize = copy.Bytes.Length,
        CopyNotes = notes,
        Contacts = contacts,
    };

    public ContentFile Content => new(Sha256, Name, Size, ContentType, AddedBy, AddedAt, CopySha256, CopySize, CopyNotes);
}
