using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Copies an Office file part by part, starting from its main document and following only relationships of known kinds. A part that
/// is not reached (macros, comments, objects, custom data, thumbnails) does not exist in the copy.
/// </summary>
internal sealed class OfficeGraph(OfficePackage source, IReadOnlySet<string> kinds, IReadOnlySet<string> implied, OfficePartCleaner clean, CleaningNotes notes)
{
    private const string RootRelations = "_rels/.rels";

    private readonly OfficeContentTypes types = OfficeContentTypes.Read(source);
    private readonly OfficePackage target = new();

    public OfficePackage Copy(string mainType, string title)
    {
        var main = OfficeRelations.Read(source, "").Find(relation => relation.Kind == "officeDocument" && !relation.External)
            ?? throw new InvalidDataException("The file has no main document.");
        types.SetMain(main.Target, mainType);
        CopyPart(main.Target, main.Kind);

        target["docProps/core.xml"] = OfficeProperties.TitleOnly(title);
        target[RootRelations] = OfficeRelations.Write(
            "", [main, new OfficeRelation("rIdTitle", OfficeProperties.RelationType, "docProps/core.xml", false)]);
        target["[Content_Types].xml"] = types.Write(target.Names);
        NoteWhatStayedBehind();
        return target;
    }

    private void CopyPart(string name, string kind)
    {
        if (target.Has(name))
        {
            return;
        }

        if (!source.Has(name))
        {
            throw new InvalidDataException("A part that the document names is missing.");
        }

        if (kind == "image")
        {
            target[name] = PictureCleaner.CleanInside(name, source[name], notes);
            return;
        }

        var relations = OfficeRelations.Read(source, name);
        var allowed = relations.Where(relation => relation.IsPublicLink || (!relation.External && kinds.Contains(relation.Kind))).ToList();
        var root = OfficeXml.Read(source[name]);
        OfficeReferences.Drop(root, [.. relations.Except(allowed).Select(relation => relation.Id)], notes);
        clean(kind, root);

        var used = OfficeReferences.In(root);
        var kept = allowed.Where(relation => used.Contains(relation.Id) || (implied.Contains(relation.Kind) && !relation.External)).ToList();
        target[name] = OfficeXml.Write(root);
        if (kept.Count > 0)
        {
            target[OfficeRelations.PathOf(name)] = OfficeRelations.Write(name, kept);
        }

        foreach (var relation in kept.Where(relation => !relation.External))
        {
            CopyPart(relation.Target, relation.Kind);
        }
    }

    private void NoteWhatStayedBehind()
    {
        foreach (var name in source.Names.Where(name => !target.Has(name) && !name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            notes.Mention(OfficeLeftovers.Describe(name));
        }

        notes.Mention(OfficeLeftovers.Properties);
    }
}

/// <summary>Cleans the XML of one part; the kind is the last word of the relationship that led to it.</summary>
internal delegate void OfficePartCleaner(string kind, XElement root);
