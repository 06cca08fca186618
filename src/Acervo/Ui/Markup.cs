using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Acervo.Ui;

/// <summary>Encodes text for the few places that write HTML by hand; Spanish letters stay as they are.</summary>
internal static class Markup
{
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(string text) => Encoder.Encode(text);
}
