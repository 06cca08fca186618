using System.Text.RegularExpressions;

namespace Acervo.Tests.HouseRules;

/// <summary>Words that readers stumbled over do not come back into the interface.</summary>
public sealed partial class PlainWordsTests
{
    [Fact]
    public void The_interface_says_none_of_them() => SourceTree.None(
        from file in SourceTree.Files(".cs", ".cshtml", ".js")
        where file.StartsWith("src/", StringComparison.Ordinal)
        from line in SourceTree.Lines(file).Select((text, at) => (text, at))
        where !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from Match match in Mended().Matches(line.text)
        select $"{file}:{line.at + 1}: {match.Value}");

    /// <summary>«sólo» has no accent; who is invited is told so; a code or a password «no coincide»; a list is not shortened.</summary>
    [GeneratedRegex(@"\b[Ss]ólo\b|[Ll]e invitaron|como autoría|autoría de fichas|en lugar de crear otra|Espera quien|Quedó disponible para otra"
        + "|Dejarla para otra"
        + @"|[Ll]o que la plataforma hace sola|(?:contraseñas?|código)(?: [\w ]+)? no corresponden?\b|""Diligenciad[oa]""|Acórtelos"
        + "|soportes que soporten|Explicar porque"
        + @"|Quizá ya está documentado|Lo que espera por usted|próxima versión: borrador|tarda demasiado en leerse",
        RegexOptions.None, 1000)]
    private static partial Regex Mended();
}
