using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>The data that a Word file carries beside its text, as controls point at them: by the identity of a part and a plain path in it.</summary>
internal sealed class DataParts(IReadOnlyList<(string Id, XElement Root)> parts)
{
    public const string Core = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}";
    public const string Extended = "{6668398D-A668-4E3E-A5EB-62B293D839F1}";

    private const int MostSteps = 40;

    /// <summary>The text at the path; null where there is none, and then the control keeps its own.</summary>
    public string? Value(string? id, string? path)
    {
        if (path is not { Length: > 1 and < 2000 } || path[0] != '/')
        {
            return null;
        }

        var named = parts.Where(part => string.Equals(part.Id, id, StringComparison.OrdinalIgnoreCase)).ToList();
        return (named.Count > 0 ? named : parts).Select(part => At(part.Root, path)).FirstOrDefault(text => text is not null);
    }

    /// <summary>Steps are names with a number; their prefixes are left aside, for the part is already known.</summary>
    private static string? At(XElement root, string path)
    {
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length > MostSteps || root.Name.LocalName != Name(steps[0]))
        {
            return null;
        }

        var at = root;
        foreach (var step in steps.Skip(1))
        {
            if (step.StartsWith('@'))
            {
                return at.Text(Name(step[1..]));
            }

            if (step.StartsWith("text()", StringComparison.Ordinal))
            {
                return at.Value;
            }

            if (at.Elements().Where(child => child.Name.LocalName == Name(step)).ElementAtOrDefault(Index(step)) is not { } next)
            {
                return null;
            }

            at = next;
        }

        return at.Value;
    }

    private static string Name(string step) => step.Split('[')[0].Split(':')[^1];

    private static int Index(string step) => Number(step.Split('[', ']').ElementAtOrDefault(1)) is >= 1 and < 100_000 and var number ? (int)number - 1 : 0;
}
