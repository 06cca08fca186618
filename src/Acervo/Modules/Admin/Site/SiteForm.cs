using System.ComponentModel.DataAnnotations;
using Acervo.Ui;

namespace Acervo.Modules.Admin.Site;

/// <summary>What the page of the site asks for, by the names of the configuration.</summary>
internal sealed class SiteForm
{
    [StringLength(160, ErrorMessage = "El nombre de la entidad puede tener hasta 160 caracteres.")]
    public string? Entity { get; set; }

    [Url(ErrorMessage = "Escriba la dirección completa, como https://www.entidad.gov.co.")]
    [StringLength(300, ErrorMessage = "La dirección puede tener hasta 300 caracteres.")]
    public string? EntityHref { get; set; }

    [StringLength(60, ErrorMessage = "El nombre del sitio puede tener hasta 60 caracteres.")]
    public string? Product { get; set; }

    [StringLength(200, ErrorMessage = "La frase puede tener hasta 200 caracteres.")]
    public string? Purpose { get; set; }

    [StringLength(20)]
    public string? Accent { get; set; }

    [StringLength(200, ErrorMessage = "La dirección puede tener hasta 200 caracteres.")]
    public string? Address { get; set; }

    [StringLength(200, ErrorMessage = "El horario puede tener hasta 200 caracteres.")]
    public string? Hours { get; set; }

    [StringLength(100, ErrorMessage = "El teléfono puede tener hasta 100 caracteres.")]
    public string? Phone { get; set; }

    [EmailAddress(ErrorMessage = "Escriba un correo electrónico válido, como contacto@entidad.gov.co.")]
    [StringLength(254, ErrorMessage = "El correo puede tener hasta 254 caracteres.")]
    public string? Mail { get; set; }

    [RegularExpression(@"[\sA-Za-z0-9.,;-]*", ErrorMessage = "Escriba solo dominios, como entidad.gov.co, uno por línea.")]
    [EntityDomains]
    [StringLength(1_000, ErrorMessage = "Los dominios pueden tener hasta 1.000 caracteres.")]
    public string? MailDomains { get; set; }

    public int Revision { get; set; }

    public static SiteForm Of(SiteIdentity site, int revision) => new()
    {
        Entity = site.Entity,
        EntityHref = site.EntityHref,
        Product = site.Product,
        Purpose = site.Purpose,
        Accent = site.Accent,
        Address = site.Address,
        Hours = site.Hours,
        Phone = site.Phone,
        Mail = site.Mail,
        MailDomains = string.Join('\n', site.MailDomains),
        Revision = revision,
    };

    /// <summary>What is written; an empty box is what the program says by itself.</summary>
    public Dictionary<string, string> Values() => new[]
    {
        (nameof(Entity), Entity), (nameof(EntityHref), EntityHref), (nameof(Product), Product), (nameof(Purpose), Purpose), (nameof(Accent), Accent),
        (nameof(Address), Address), (nameof(Hours), Hours), (nameof(Phone), Phone), (nameof(Mail), Mail), (nameof(MailDomains), MailDomains),
    }.Where(one => !string.IsNullOrWhiteSpace(one.Item2)).ToDictionary(one => one.Item1, one => one.Item2!.Trim(), StringComparer.Ordinal);
}
