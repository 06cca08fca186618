using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Remarks about phones and addresses: one in the place of the other, misspelt domains, personal data that is never published.</summary>
internal static partial class ContactRemarks
{
    private const int FarthestDomain = 2;

    public static IEnumerable<Observation> Of(RemarkContext context) => [.. Emails(context), .. Phones(context)];

    private static IEnumerable<Observation> Emails(RemarkContext context)
    {
        foreach (var question in context.Of(QuestionType.Emails))
        {
            var phones = context.Of(QuestionType.Phones).FirstOrDefault();
            var known = phones is null ? [] : context.Answers.List(phones.Key).Select(Digits).ToHashSet(StringComparer.Ordinal);
            foreach (Match phone in PhoneNumber().Matches(WithoutAddresses(context.Quote(question.Key))).Where(phone => !known.Contains(Digits(phone.Value))))
            {
                yield return new Observation(question.Key, "phone-as-email", ObservationSeverity.Error,
                    $"En «{question.Label}» hay un número de teléfono ({phone.Value.Trim()}). Escriba el correo institucional y pase el número al campo "
                        + "de teléfono.", phone.Value.Trim())
                { MovesTo = phones?.Key };
            }

            foreach (var address in context.Answers.List(question.Key).Where(address => address.Contains('@', StringComparison.Ordinal)))
            {
                if (Domain(question, address, context.Reference.MailDomains) is { } remark)
                {
                    yield return remark;
                }
            }
        }
    }

    private static Observation? Domain(FormQuestion question, string address, IReadOnlyList<string> known)
    {
        var (local, domain) = (address[..address.LastIndexOf('@')], address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant());
        if (known.Contains(domain, StringComparer.Ordinal))
        {
            return null;
        }

        if (known.OrderBy(name => Distance.Between(domain, name, 9)).FirstOrDefault() is { } near
            && Distance.Between(domain, near, FarthestDomain) <= FarthestDomain)
        {
            return new Observation(question.Key, "mail-domain", ObservationSeverity.Warning,
                $"El correo «{address}» parece tener mal escrito el dominio: el de la entidad es «{near}». Confírmelo o corríjalo.", $"{local}@{near}")
            { Instead = address };
        }

        return Personal().IsMatch(domain)
            ? new Observation(question.Key, "mail-personal", ObservationSeverity.Warning,
            $"El correo «{address}» no es institucional. Escriba el correo de la entidad.")
            : null;
    }

    private static IEnumerable<Observation> Phones(RemarkContext context)
    {
        foreach (var question in context.Of(QuestionType.Phones))
        {
            foreach (Match address in Address().Matches(context.Quote(question.Key)))
            {
                yield return new Observation(question.Key, "email-as-phone", ObservationSeverity.Error,
                    $"En «{question.Label}» hay un correo ({address.Value}). Escriba el teléfono y pase el correo a su campo.");
            }

            foreach (var phone in context.Answers.List(question.Key).Where(IsMobile))
            {
                yield return new Observation(question.Key, "mobile-phone", ObservationSeverity.Note,
                    $"El número {phone} es un celular, que suele ser personal: no se publicará. Si hay una línea de la entidad con extensión, escríbala.");
            }
        }
    }

    /// <summary>Colombian mobiles have ten figures and begin with 3.</summary>
    private static bool IsMobile(string phone)
    {
        var digits = Digits(phone);
        return (digits.StartsWith("57", StringComparison.Ordinal) && digits.Length == 12 ? digits[2..] : digits) is ['3', ..] and { Length: 10 };
    }

    private static string Digits(string phone) => string.Concat(phone.Where(char.IsDigit));

    private static string WithoutAddresses(string text) => Address().Replace(text, " ");

    [GeneratedRegex(@"(?<![\w@.])\+?\d[\d\s().-]{5,}\d", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"[\w.%+-]+@[\w.-]+\.\w+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:gmail|hotmail|outlook|yahoo|live|icloud|protonmail)\.", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Personal();
}
