namespace Acervo.Platform.OpenData;

/// <summary>How the site and the entity are called in feeds, catalogues and metadata, and on what terms the content may be used.</summary>
public sealed record SiteName(string Product, string Entity, string Purpose)
{
    public string LicenseName { get; init; } = "CC BY 4.0";

    public string License { get; init; } = "https://creativecommons.org/licenses/by/4.0/deed.es";
}
