using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Keeps the fields that number pages, refer and link; of any other field only the result that people see stays, not its code.</summary>
internal static class DocxFields
{
    // Word itself allows twenty.
    private const int MostOpen = 64;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "TOC", "TC", "XE", "INDEX", "REF", "PAGEREF", "NOTEREF", "SEQ", "STYLEREF",
        "SYMBOL", "DATE", "TIME", "HYPERLINK", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN",
    };

    public static void Clean(XElement root, CleaningNotes notes)
    {
        var count = root.UnwrapAll(element => element.Name == W + "fldSimple" && !IsKept((string?)element.Attribute(W + "instr") ?? ""));
        var open = new Stack<Field>();
        foreach (var atom in root.Descendants(W + "r").SelectMany(run => run.Elements()).Where(atom => atom.Name != W + "rPr").ToList())
        {
            var type = atom.Name == W + "fldChar" ? (string?)atom.Attribute(W + "fldCharType") : null;
            if (type == "begin")
            {
                if (open.Count == MostOpen)
                {
                    throw new CleaningException("El documento tiene demasiados campos de Word metidos unos en otros. Conviértalos en texto y súbalo otra vez.");
                }

                open.Push(new Field());
            }

            foreach (var field in open)
            {
                field.Take(atom, isOwn: ReferenceEquals(field, open.Peek()), type);
            }

            if (type == "end" && open.TryPop(out var closed) && !IsKept(closed.Code))
            {
                closed.Remove();
                count++;
            }
        }

        // A field that never ends shows nothing of its code.
        foreach (var field in open)
        {
            field.Remove();
        }

        notes.Add("códigos de campo con datos ocultos", count);
    }

    private static bool IsKept(string code)
    {
        var words = code.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && Known.Contains(words[0])
            && (!words[0].Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase) || (words.Length > 1 && IsPublic(words[1])));
    }

    private static bool IsPublic(string target) =>
        target == @"\l" || (Uri.TryCreate(target.Trim('"', '“', '”'), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto");

    /// <summary>A field while it is walked through: its marks and everything that stands in its code.</summary>
    private sealed class Field
    {
        private readonly List<XElement> hidden = [];
        private bool inCode = true;

        public string Code { get; private set; } = "";

        public void Take(XElement atom, bool isOwn, string? type)
        {
            var isMark = isOwn && type is not null;
            if (inCode || isMark)
            {
                hidden.Add(atom);
            }

            if (isOwn && inCode && atom.Name == W + "instrText")
            {
                Code += atom.Value;
            }

            inCode = inCode && !(isOwn && type == "separate");
        }

        public void Remove()
        {
            foreach (var atom in hidden.Where(atom => atom.Parent is not null))
            {
                atom.Remove();
            }
        }
    }
}
