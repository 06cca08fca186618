namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>One property and its value, in small letters.</summary>
internal sealed record CssDeclaration(string Name, string Value, bool Important)
{
    private const int Longest = 2000;
    private const string Mark = "!important";

    public static CssDeclaration? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || text.Length > Longest)
        {
            return null;
        }

        var (name, value) = (text[..colon].Trim(), Unescaped(text[(colon + 1)..]).Trim().ToLowerInvariant());
        var important = value.Replace(" ", "", StringComparison.Ordinal).EndsWith(Mark, StringComparison.Ordinal);
        value = important ? value[..value.LastIndexOf('!')].Trim() : value;
        name = name.StartsWith("--", StringComparison.Ordinal) ? name : Unescaped(name).ToLowerInvariant();
        return value.Length == 0 ? null : new CssDeclaration(name, value, important);
    }

    /// <summary>A name may be written with the numbers of its letters: \6e one is none.</summary>
    private static string Unescaped(string text)
    {
        var at = text.IndexOf('\\', StringComparison.Ordinal);
        if (at < 0 || at + 1 == text.Length)
        {
            return text;
        }

        var to = at + 1;
        while (to < text.Length && to - at <= 6 && char.IsAsciiHexDigit(text[to]))
        {
            to++;
        }

        if (to == at + 1)
        {
            return text[..at] + text[to] + Unescaped(text[(to + 1)..]);
        }

        var code = Convert.ToInt32(text[(at + 1)..to], 16);
        var rest = to < text.Length && char.IsWhiteSpace(text[to]) ? to + 1 : to;
        return text[..at] + (code is > 0 and < 0xD800 ? ((char)code).ToString() : "") + Unescaped(text[rest..]);
    }
}
