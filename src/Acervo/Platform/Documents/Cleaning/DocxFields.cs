using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Of a field only the result that people see stays, never its code. Those that count pages stay fields, with a code written anew.</summary>
internal static partial class DocxFields
{
    // Word itself allows twenty.
    private const int MostOpen = 64;
    private const int LongestCode = 200;

    public static void Clean(XElement root, CleaningNotes notes)
    {
        var count = CleanSimple(root);
        var open = new Stack<Field>();
        var gone = new HashSet<XElement>();
        foreach (var atom in root.Descendants(W + "r").SelectMany(run => run.Elements()).Where(atom => atom.Name != W + "rPr").ToList())
        {
            var type = atom.Name == W + "fldChar" ? (string?)atom.Attribute(W + "fldCharType") : null;
            if (type == "begin")
            {
                if (open.Count == MostOpen)
                {
                    throw new CleaningException("El documento tiene demasiados campos de Word metidos unos en otros. Conviértalos en texto y súbalo otra vez.");
                }

                open.Push(new Field(atom));
            }

            foreach (var field in open)
            {
                field.Take(atom, isOwn: ReferenceEquals(field, open.Peek()), type);
            }

            if (type == "end" && open.TryPop(out var closed))
            {
                closed.Close(gone, isSeen: open.All(outer => !outer.IsInCode));
                count++;
            }
        }

        // A field that never ends shows nothing of its code.
        foreach (var field in open)
        {
            field.Close(gone, isSeen: false);
        }

        root.RemoveAll(gone.Contains);
        notes.Add("códigos de campo, de los que queda el resultado", count);
    }

    /// <summary>The code of a field that counts pages, written anew; null for any other.</summary>
    private static string? PageCode(string code) => PageField().Match(code) is { Success: true } match
        ? $" {match.Groups["name"].Value} " + (match.Groups["format"].Success ? $@"\* {match.Groups["format"].Value} " : "")
        : null;

    private static int CleanSimple(XElement root)
    {
        var count = 0;
        foreach (var simple in root.Descendants(W + "fldSimple").ToList())
        {
            if (PageCode((string?)simple.Attribute(W + "instr") ?? "") is { } code)
            {
                var look = simple.Element(W + "r")?.Element(W + "rPr");
                simple.ReplaceAll(new XAttribute(W + "instr", code), Number(look));
                continue;
            }

            count++;
        }

        root.UnwrapAll(element => element.Name == W + "fldSimple" && PageCode((string?)element.Attribute(W + "instr") ?? "") is null);
        return count;
    }

    /// <summary>What stands there until the page is drawn: never what the file says it was.</summary>
    private static XElement Number(XElement? look) => new(W + "r", look is null ? null : new XElement(look), new XElement(W + "t", "1"));

    [GeneratedRegex(@"^\s*(?<name>PAGE|NUMPAGES|SECTIONPAGES)(\s+\\\*\s*(?<format>Arabic|roman|ROMAN|alphabetic|ALPHABETIC))?(\s+\\\*\s*MERGEFORMAT)?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PageField();

    /// <summary>A field while it is walked through: its marks, everything that stands in its code, and its result.</summary>
    private sealed class Field(XElement begin)
    {
        private readonly List<XElement> hidden = [];
        private readonly List<XElement> result = [];
        private string code = "";

        public bool IsInCode { get; private set; } = true;

        public void Take(XElement atom, bool isOwn, string? type)
        {
            if (IsInCode || (isOwn && type is not null))
            {
                hidden.Add(atom);
            }
            else
            {
                result.Add(atom);
            }

            if (isOwn && IsInCode && code.Length < LongestCode && atom.Name == W + "instrText")
            {
                code += atom.Value;
            }

            IsInCode = IsInCode && !(isOwn && type == "separate");
        }

        public void Close(HashSet<XElement> gone, bool isSeen)
        {
            if (isSeen && PageCode(code) is { } written && begin.Parent is { Parent: not null } run)
            {
                var look = result.Find(atom => !gone.Contains(atom))?.Parent?.Element(W + "rPr") ?? run.Element(W + "rPr");
                run.AddBeforeSelf(new XElement(W + "fldSimple", new XAttribute(W + "instr", written), Number(look)));
                gone.UnionWith(result);
            }

            gone.UnionWith(hidden);
        }
    }
}
