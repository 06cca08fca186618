namespace Acervo.Ui;

/// <summary>Whose site this is: the names, the mark and the accent an entity sets in configuration section "Site".</summary>
public sealed record SiteIdentity
{
    public string Entity { get; init; } = "Secretaría General de la Alcaldía Mayor de Bogotá D.C.";

    /// <summary>Where the entity's name leads: its own website.</summary>
    public string? EntityHref { get; init; }

    public string Product { get; init; } = "Acervo";

    public string Purpose { get; init; } = "Lo que la entidad sabe y promete, para que cualquiera lo use.";

    public string Accent { get; init; } = "#1d4f91";

    /// <summary>The mark as it is kept (see <see cref="SiteMark"/>); null for that of the program.</summary>
    public string? Mark { get; init; }

    /// <summary>The national bar that Resolución 1519 de 2020 asks of public entities.</summary>
    public bool GovBar { get; init; } = true;

    public string? Address { get; init; }

    public string? Hours { get; init; }

    public string? Phone { get; init; }

    public string? Mail { get; init; }

    /// <summary>The mail domains of the entity, such as <c>example.gov.co</c>.</summary>
    public IReadOnlyList<string> MailDomains { get; init; } = [];

    /// <summary>Whether people can reach the entity from here; without it nobody can exercise the rights that the page of personal data speaks of.</summary>
    public bool IsReachable => !string.IsNullOrWhiteSpace(Mail) || !string.IsNullOrWhiteSpace(Phone);

    public static SiteIdentity From(IConfiguration configuration)
    {
        var site = configuration.GetSection("Site").Get<SiteIdentity>() ?? new SiteIdentity();
        _ = SiteMark.Parse(site.Mark);
        var contrast = Ui.Accent.Parse(site.Accent).ContrastOnWhite;
        if (contrast < Ui.Accent.LeastContrast)
        {
            throw new SettingException(
                $"El color de acento {site.Accent} tiene un contraste de {contrast:0.0}:1 sobre blanco; Site:Accent exige 4,5:1 o más.");
        }

        return site;
    }
}
