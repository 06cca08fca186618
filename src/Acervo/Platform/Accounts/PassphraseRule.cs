using Microsoft.AspNetCore.Identity;

namespace Acervo.Platform.Accounts;

/// <summary>What a passphrase must be: long, and not what anyone would try first. No rule about which characters.</summary>
internal sealed class PassphraseRule : IPasswordValidator<Person>
{
    public const int Shortest = 12;

    private const int Longest = 256;

    /// <summary>What long passwords look like when people do not want one; compared without case, spaces and marks.</summary>
    private static readonly HashSet<string> TooCommon =
    [
        "123456789012", "1234567890123", "12345678901234", "1234567890abc", "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf", "1q2w3e4r5t6y",
        "contrasena123", "contrasena1234", "contrasena12345", "contraseña123", "contraseña1234", "contraseñasegura", "contrasenasegura", "micontrasena",
        "micontraseña", "password1234", "password12345", "passwordpassword", "administrador", "administrador1", "administrador123", "administrator",
        "bienvenido123", "bienvenido1234", "bienvenidos123", "bogota123456", "bogotacolombia", "colombia1234", "colombia12345", "colombiacolombia",
        "alcaldiabogota", "alcaldiadebogota", "alcaldia1234", "secretariageneral", "buenaspracticas", "cambiame1234", "temporal1234", "temporal12345",
        "teamomucho123", "iloveyou1234", "millonarios123", "santafe12345", "abcdefghijkl", "abcdefghijklm", "abc123456789", "qazwsxedcrfv", "letmein12345",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(ObjectionTo(user, password ?? "") is { } sentence
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PassphraseRule), Description = sentence })
            : IdentityResult.Success);

    private static string? ObjectionTo(Person user, string password)
    {
        if (password.Length < Shortest)
        {
            return $"La contraseña debe tener al menos {Shortest} caracteres. Una frase de varias palabras funciona bien.";
        }

        if (password.Length > Longest)
        {
            return $"La contraseña puede tener hasta {Longest} caracteres.";
        }

        var plain = Plain(password);
        if (plain == Plain(user.Email) || plain == Plain(user.Name) || plain == Plain(user.Email.Split('@')[0]))
        {
            return "La contraseña no puede ser su nombre ni su correo.";
        }

        return TooCommon.Contains(plain) || plain.Distinct().Count() < 4
            ? "Esa contraseña es de las primeras que alguien probaría. Escriba otra, por ejemplo una frase de varias palabras."
            : null;
    }

    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
