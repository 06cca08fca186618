namespace Acervo.Platform.Documents.Cleaning;

/// <summary>One relationship of a part: what kind, and to which part inside the file or address outside it.</summary>
internal sealed record OfficeRelation(string Id, string Type, string Target, bool External)
{
    /// <summary>The last word of the type, which is the same in every generation of the format.</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];

    public bool IsPublicLink => External && Kind == "hyperlink"
        && Uri.TryCreate(Target, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto";
}
