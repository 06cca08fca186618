using Microsoft.AspNetCore.Identity;

namespace Acervo.Platform.Accounts;

/// <summary>What Identity has to say to a person, in our words.</summary>
internal sealed class AccountSentences : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say("No se pudo guardar el cambio. Inténtelo de nuevo.");

    public override IdentityError PasswordMismatch() => Say("La contraseña actual no coincide.");

    public override IdentityError InvalidEmail(string? email) => Say("Escriba un correo electrónico válido, como nombre@entidad.gov.co.");

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError DuplicateEmail(string email) => Say("Ya hay una persona con ese correo.");

    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError InvalidToken() => Say("El código no coincide.");

    private static IdentityError Say(string sentence) => new() { Code = "Acervo", Description = sentence };
}
