using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Acervo.Platform.Accounts;

/// <summary>Pairs a person's telephone with the account. The secret on offer travels with the form, sealed: nothing is stored until it is confirmed.</summary>
public sealed class SecondFactor(UserManager<Person> people, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Under which the secret is encrypted in the store.</summary>
    public const string Purpose = "Acervo.Accounts.AuthenticatorKey";

    private const int RecoveryCodes = 10;

    /// <summary>A fresh secret for this person, sealed so that only this program can read it back.</summary>
    public string Offer(int personId) => SealFor(personId).Protect(people.GenerateNewAuthenticatorKey());

    /// <summary>The secret to type and to scan.</summary>
    /// <exception cref="RuleException">The offer is not ours or is somebody else's.</exception>
    public (string Key, string QrCode) Show(string offer, int personId, string email)
    {
        var key = Read(offer, personId);
        var uri = $"otpauth://totp/Acervo:{Uri.EscapeDataString(email)}?secret={key}&issuer=Acervo&digits=6&period={Totp.Period}";
        using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return (key, "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(6)));
    }

    /// <summary>Sets the second factor when the code proves that the telephone has the secret.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Person person, string offer, string code)
    {
        var key = Read(offer, person.Id);
        var step = Totp.StepOf(string.Concat(code.Where(char.IsAsciiDigit)), Totp.Decode(key), clock.GetUtcNow());
        if (step == 0)
        {
            return null;
        }

        person.SetSecondFactor(protection.CreateProtector(Purpose).Protect(key), step);
        return [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes) ?? []];
    }

    private string Read(string offer, int personId)
    {
        try
        {
            return SealFor(personId).Unprotect(offer);
        }
        catch (CryptographicException inner)
        {
            throw new RuleException("El código QR ya no sirve. Vuelva a abrir la página.", inner);
        }
    }

    private IDataProtector SealFor(int personId) => protection.CreateProtector("Acervo.Accounts.Offer", $"{personId}");
}
