namespace Acervo.Ui;

/// <summary>The mark of an entity, shown in the header and in the tab of the browser: a drawing or a picture, small enough to be kept with the names.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">What travels.</param>
public sealed record SiteMark(string Type, byte[] Bytes)
{
    /// <summary>Bytes of a mark, at most.</summary>
    public const int MostBytes = 64 * 1024;

    public const string Svg = "image/svg+xml";

    public const string Png = "image/png";

    private const string Scheme = "data:";
    private const string Coded = ";base64,";

    /// <summary>The name under which it is served.</summary>
    public string Name => Type == Svg ? "mark.svg" : "mark.png";

    /// <summary>Reads it as it is kept; null when there is none.</summary>
    /// <exception cref="SettingException">It is no mark.</exception>
    public static SiteMark? Parse(string? kept)
    {
        if (string.IsNullOrEmpty(kept))
        {
            return null;
        }

        foreach (var type in new[] { Svg, Png })
        {
            var head = Scheme + type + Coded;
            var bytes = new byte[MostBytes];
            if (kept.StartsWith(head, StringComparison.Ordinal) && Convert.TryFromBase64String(kept[head.Length..], bytes, out var length))
            {
                return new SiteMark(type, bytes[..length]);
            }
        }

        throw new SettingException("La marca del sitio (Site:Mark) no es un SVG ni un PNG de hasta 64 KB.");
    }

    public override string ToString() => Scheme + Type + Coded + Convert.ToBase64String(Bytes);
}
