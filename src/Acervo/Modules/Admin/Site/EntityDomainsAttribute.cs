using System.ComponentModel.DataAnnotations;

namespace Acervo.Modules.Admin.Site;

/// <summary>Domains of mail that can be an entity's: whoever has an address there counts as one of its people.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EntityDomainsAttribute : ValidationAttribute
{
    private static readonly HashSet<string> Anybodys = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail", "hotmail", "outlook", "yahoo", "live", "icloud", "protonmail", "proton",
    };

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        // What is no domain at all is refused by its letters, in another sentence.
        var domains = (value as string ?? "").Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Where(domain => domain.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')).ToList();
        var half = domains.Find(domain => domain.Trim('.').Split('.').Length < 2);
        return (half, domains.Find(domain => Anybodys.Contains(domain.Split('.')[0]))) switch
        {
            ({ } alone, _) => Refused($"«{alone}» no es un dominio completo. Escríbalo como entidad.gov.co.", validationContext),
            (_, { } open) => Refused($"En «{open}» cualquiera abre un correo. Escriba solo dominios de la entidad.", validationContext),
            _ => ValidationResult.Success,
        };
    }

    private static ValidationResult Refused(string sentence, ValidationContext context) => new(sentence, [context.MemberName!]);
}
