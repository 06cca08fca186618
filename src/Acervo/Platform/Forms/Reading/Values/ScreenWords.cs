using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Recognises the words of an interface (menus, buttons, boxes) that stand one a line where a picture of a screen was recognised.</summary>
internal static partial class ScreenWords
{
    private const int MostWords = 6;
    private const int FewestWords = 3;

    private static readonly HashSet<string> Names = new(
        ["inicio", "archivo", "editar", "edicion", "ver", "vista", "insertar", "herramientas", "ayuda", "buscar", "busqueda", "menu", "cerrar", "salir",
        "ingresar", "registrarse", "guardar", "cancelar", "aceptar", "enviar", "compartir", "imprimir", "descargar", "siguiente", "anterior", "atras",
        "configuracion", "ajustes", "opciones", "perfil", "usuario", "contrasena", "agregar", "eliminar", "borrar", "actualizar", "filtrar", "filtros",
        "ordenar", "favoritos", "historial", "marcadores", "enviados", "borradores", "papelera", "redactar", "responder", "reenviar", "notificaciones",
        "noticias", "transparencia", "pqrs", "home", "search", "file", "edit", "view", "insert", "tools", "help", "settings", "login", "logout", "share",
        "download", "next", "back", "save", "cancel", "ok", "url", "https", "www"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Phrases = new(
        ["cerrar sesion", "iniciar sesion", "mi cuenta", "mi perfil", "mapa del sitio", "quienes somos", "bandeja de entrada", "ver mas", "leer mas",
        "mostrar mas", "guardar como", "olvido su contrasena", "escriba aqui para buscar", "log in", "sign in", "log out", "acceso a la informacion",
        "diseno de pagina", "nueva pestana", "atencion a la ciudadania", "servicios a la ciudadania", "preguntas frecuentes", "contactenos", "participa"],
        StringComparer.Ordinal);

    /// <summary>The lines, with each run of such words as one line that keeps them all, after its caption when it has one.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="joined">Is told when there was one.</param>
    public static IEnumerable<ReadingLine> Joined(IReadOnlyList<ReadingLine> lines, Action joined)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var count = Run(lines, at);
            if (count == 0)
            {
                yield return lines[at];
                continue;
            }

            joined();
            var run = lines.Skip(at).Take(count).ToList();
            var caption = Caption().IsMatch(run[0].Text) ? run[0].Text.TrimEnd(':', '.', ' ') : null;
            var words = string.Join(" · ", run.Skip(caption is null ? 0 : 1).Select(line => line.Text.Trim()));
            yield return run[0].Saying(caption is null ? words : $"{caption}: {words}");
            at += count - 1;
        }
    }

    /// <summary>How many lines from here on are of one screen; 0 when this begins none.</summary>
    private static int Run(IReadOnlyList<ReadingLine> lines, int start)
    {
        var first = start + (Caption().IsMatch(lines[start].Text) ? 1 : 0);
        if (first >= lines.Count || !(IsName(lines[first]) || (lines[first].Confidence < 1 && IsShort(lines[first]))))
        {
            return 0;
        }

        var length = lines.Skip(first).TakeWhile(IsShort).Count();
        var names = Enumerable.Range(first, length).Where(at => IsName(lines[at])).ToList();
        if (names.Count < FewestWords || names.Count * 3 < length)
        {
            return 0;
        }

        // Only what was recognised in a picture goes on after the last word that is surely of a screen.
        return (lines[first].Confidence < 1 ? first + length : names[^1] + 1) - start;
    }

    private static bool IsShort(ReadingLine line) => line.Marker is null && line.Words.Count is > 0 and <= MostWords && !line.IsBold
        && !FileName().IsMatch(line.Text);

    private static bool IsName(ReadingLine line)
    {
        var words = line.Words.Select(word => word.Folded).ToList();
        return IsShort(line) && (Phrases.Contains(string.Join(' ', words)) || words.Count(Names.Contains) * 2 > words.Count);
    }

    [GeneratedRegex(@"^\W*(?:\d+[.)]\s*)?(?:pantallazo|captura|pantalla|imagen|figura|ilustraci[oó]n)\b", RegexOptions.IgnoreCase,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\.(?:docx?|xlsx?|pptx?|pdf|png|jpe?g|zip|mp4|txt)\b", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex FileName();
}
