using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Acervo.Platform.Accounts.Keys;

/// <summary>Reads what <see cref="KeyRingEncryptor"/> wrote. Data Protection finds it by its name, which is stored beside each key.</summary>
internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var secret = services.GetRequiredService<KeyRingSecret>();
        var cipher = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[cipher.Length];
        var tag = Bytes(encryptedElement, "tag");
        using var aes = new AesGcm(secret.ToDecrypt(Bytes(encryptedElement, "wrapped")), tag.Length);
        aes.Decrypt(Bytes(encryptedElement, "nonce"), cipher, tag, plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private static byte[] Bytes(XElement element, string attribute) => Convert.FromBase64String((string?)element.Attribute(attribute) ?? "");
}
