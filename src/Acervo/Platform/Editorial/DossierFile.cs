using Acervo.Platform.Files;
using Acervo.Platform.Text;

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

    /// <summary>Before contact data, or in place of it: all of the file or some of it could not be read, so nobody knows.</summary>
    public const string NotLooked = "?";

    /// <summary>Before contact data, or in place of it: it is still being looked for.</summary>
    public const string Looking = "…";

    /// <summary>In place of contact data: all of the file was read, and there is none.</summary>
    public const string Clean = "";

    /// <summary>
    /// Mobile numbers and private addresses that were read in it, separated by commas, behind the sign that not all was read. Only
    /// <see cref="Clean"/> needs no explanation.
    /// </summary>
    public string Contacts { get; private set; } = NotLooked;

    public bool IsUnread => Contacts.StartsWith(NotLooked, StringComparison.Ordinal);

    public bool IsBeingLooked => Contacts.StartsWith(Looking, StringComparison.Ordinal);

    /// <summary>What was found.</summary>
    public string FoundContacts => Contacts.TrimStart(NotLooked[0], Looking[0]);

    /// <summary>By which it is explained: what is found afterwards, or not known afterwards, needs an explanation of its own.</summary>
    public string ContactsName => $"contacts:{Sha256[..12]}" + (IsBeingLooked ? ":looking" : IsUnread ? ":unread" : "")
        + (FoundContacts is { Length: > 0 } found ? $":{TextMark.Of(found)}" : "");

    /// <summary>What is to be told of its contact data, in a sentence; null when there is nothing to tell.</summary>
    public string? ContactWords => (FoundContacts, IsBeingLooked, IsUnread) switch
    {
        ("", false, false) => null,
        ("", true, _) => "Se está revisando si contiene datos de contacto",
        ("", _, _) => "No se pudo revisar si contiene datos de contacto",
        (var found, true, _) => $"Contiene datos de contacto: {found}. El resto se está revisando",
        (var found, _, true) => $"Contiene datos de contacto: {found}. Una parte no se revisó",
        (var found, _, _) => $"Contiene datos de contacto: {found}",
    };

    /// <summary>Takes what was found in some more of it, until all was looked at.</summary>
    public void Hear(IEnumerable<string> found, bool isOver, bool isUnread)
    {
        var all = FoundContacts.Split(", ", StringSplitOptions.RemoveEmptyEntries).Concat(found).Distinct(StringComparer.Ordinal);
        Contacts = (isUnread ? NotLooked : isOver ? Clean : Looking) + string.Join(", ", all);
    }

    /// <summary>An original that somebody attaches, with the copy that was made of it.</summary>
    public static DossierFile Of(string name, StoredFile original, FileContent copy, string[] notes, int by, DateTime at, string contacts = NotLooked) => new()
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

    /// <summary>A file as it was before it was taken away.</summary>
    public static DossierFile Of(ContentFile kept, string contacts) => new()
    {
        Sha256 = kept.Sha256,
        Name = kept.Name,
        Size = kept.Size,
        ContentType = kept.ContentType,
        AddedBy = kept.AddedBy,
        AddedAt = kept.AddedAt,
        CopySha256 = kept.CopySha256,
        CopySize = kept.CopySize,
        CopyNotes = [.. kept.CopyNotes],
        Contacts = contacts,
    };

    public ContentFile Content => new(Sha256, Name, Size, ContentType, AddedBy, AddedAt, CopySha256, CopySize, CopyNotes);
}
