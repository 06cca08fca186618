using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts.Keys;

/// <summary>
/// The key that encrypts the key ring. It comes from the data folder or, where a certificate is configured, is made for each entry and
/// wrapped with the certificate; nodes that share a database must share one or the other.
/// </summary>
public sealed class KeyRingSecret(DataFolder folder, IOptions<AccountsSettings> settings) : IDisposable
{
    private readonly Lazy<X509Certificate2?> certificate = new(() => settings.Value.KeyRingCertificate is { } path
        ? X509CertificateLoader.LoadPkcs12FromFile(path, settings.Value.KeyRingCertificatePassword)
        : null);

    /// <summary>A key to encrypt with, and how it is found again: empty for the data folder's.</summary>
    public (byte[] Key, byte[] Wrapped) ToEncrypt()
    {
        if (certificate.Value is null)
        {
            return (folder.Secret("keyring.key"), []);
        }

        var key = RandomNumberGenerator.GetBytes(32);
        using var rsa = certificate.Value.GetRSAPublicKey()
            ?? throw new RuleException("El certificado de Accounts:KeyRingCertificate debe tener una clave RSA.");
        return (key, rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256));
    }

    public byte[] ToDecrypt(byte[] wrapped)
    {
        if (wrapped.Length == 0)
        {
            return folder.Secret("keyring.key");
        }

        using var rsa = certificate.Value?.GetRSAPrivateKey()
            ?? throw new RuleException("El llavero está cifrado con un certificado: configure Accounts:KeyRingCertificate con su clave privada.");
        return rsa.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256);
    }

    public void Dispose()
    {
        if (certificate.IsValueCreated)
        {
            certificate.Value?.Dispose();
        }
    }
}
