using System.Text.RegularExpressions;

namespace Acervo.Platform.Text;

/// <summary>Finds contact data of people inside free text: mobile numbers and private mail addresses (Ley 1581 de 2012).</summary>
public static partial class PersonalData
{
    public const string Mask = "[dato reservado]";

    /// <summary>The mobile numbers in a text, as written.</summary>
    public static IReadOnlyList<string> Mobiles(string? text) => [.. Mobile().Matches(text ?? "").Select(match => match.Value.Trim())];

    /// <summary>The mail addresses in a text that are not of a public entity.</summary>
    public static IReadOnlyList<string> PrivateEmails(string? text) =>
        [.. Email().Matches(text ?? "").Select(match => match.Value).Where(address => !IsInstitutional(address))];

    public static bool IsInstitutional(string address) =>
        address.EndsWith(".gov.co", StringComparison.OrdinalIgnoreCase) || address.EndsWith(".edu.co", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without contact data. Review should have removed it already: this is the last wall.</summary>
    public static string Redact(string text) =>
        Email().Replace(Mobile().Replace(text, Mask), match => IsInstitutional(match.Value) ? match.Value : Mask);

    [GeneratedRegex(@"(?<!\d)(?<!\d[.,])(?:\+?57[\s.\-]*)?\(?3\d{2}\)?[\s.\-–—*_]*\d{3}[\s.\-–—*_]*\d{2}[\s.\-–—*_]*\d{2}(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Email();
}
