using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Writes one part of the copy: from the tree of the original only what the vocabulary names comes along, and what does not is counted.</summary>
internal sealed class DocxRewriter(DocxStyleNames styles, DocxLinksOut links, CleaningNotes notes)
{
    /// <summary>What is nothing without something inside it.</summary>
    private static readonly HashSet<XName> Holders =
    [
        W + "drawing", W + "pict", W + "hyperlink", W + "fldSimple", W + "r", A + "graphic", A + "graphicData", Wp + "inline", Wp + "anchor", Pic + "pic",
        Pic + "blipFill",
        M + "oMath", M + "oMathPara", V + "rect",
    ];

    /// <summary>The part, with every name declared at its root.</summary>
    public XElement Write(XElement root)
    {
        var copy = Copy(root) ?? throw new InvalidDataException("The part holds nothing that can be written.");
        foreach (var (prefix, names) in ByPrefix)
        {
            copy.SetAttributeValue(XNamespace.Xmlns + prefix, names.NamespaceName);
        }

        return copy;
    }

    private XElement? Copy(XElement source)
    {
        if (DocxVocabulary.Of(source.Name) is not { } rule)
        {
            return null;
        }

        var copy = new XElement(source.Name);
        return CopyAttributes(source, copy, rule) && CopyInside(source, copy, rule) ? copy : null;
    }

    /// <summary>False when what the element is for cannot be said: a colour that is none, a picture that did not come along.</summary>
    private bool CopyAttributes(XElement source, XElement copy, DocxRule rule)
    {
        foreach (var attribute in source.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var kinds = rule.Attributes.GetValueOrDefault(attribute.Name);
            var value = kinds?.Select(kind => Value(kind, attribute.Value)).FirstOrDefault(shown => shown is not null);
            if (value is not null)
            {
                copy.Add(new XAttribute(attribute.Name, value));
            }
            else if (kinds is not null && kinds != "b" && (attribute.Name.LocalName == "val" || attribute.Name.Namespace == R))
            {
                return false;
            }
        }

        if (rule.HasText && source.Name.LocalName == "t")
        {
            copy.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        }

        return true;
    }

    private bool CopyInside(XElement source, XElement copy, DocxRule rule)
    {
        if (rule.HasText)
        {
            copy.Add(source.Name.LocalName == "t" ? Letters(source.Value) : Plain(source.Value));
            return true;
        }

        foreach (var child in source.Elements())
        {
            if (rule.Children.Contains(child.Name) && Copy(child) is { } kept)
            {
                copy.Add(kept);
            }
            else
            {
                DocxLeftOut.Note(child, notes);
            }
        }

        return !Holders.Contains(source.Name) || copy.Elements().Any(child => child.Name.LocalName is not ("rPr" or "extent" or "docPr"));
    }

    private string? Value(char kind, string value) => kind switch
    {
        'r' => links.Has(value) ? value : null,
        's' => styles.IdOf(value),
        'N' => styles.NameOf(value),
        _ => DocxValues.Shown(kind, value),
    };

    private string Letters(string text)
    {
        var shown = DocxLetters.Shown(text);
        notes.Add("letras que no se ven", text.Length - shown.Length);
        return shown;
    }

    private static string Plain(string text) => DocxValues.Number().IsMatch(text) || DocxTokens.Known.Contains(text) ? text : "0";
}
