using System.Text;

namespace Acervo.Platform.Audit;

/// <summary>Writes values one after the other so that two lists never give the same bytes: what is signed or hashed.</summary>
internal static class AuditText
{
    public static byte[] Of(params ReadOnlySpan<string> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            text.Append(value.Length).Append(':').Append(value).Append('|');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
