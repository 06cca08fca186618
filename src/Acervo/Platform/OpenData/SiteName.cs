using Acervo.Ui;

namespace Acervo.Platform.OpenData;

/// <summary>How the site and the entity are called in feeds, catalogues and metadata, and on what terms the content may be used.</summary>
public sealed class SiteName(SiteFace face)
{
    public string Product => face.Current.Product;

    public string Entity => face.Current.Entity;

    public string Purpose => face.Current.Purpose;

    public string LicenseName { get; } = "CC BY 4.0";

    public string License { get; } = "https://creativecommons.org/licenses/by/4.0/deed.es";
}
