using System.Xml.Linq;

namespace Acervo.Platform.Documents.Word;

/// <summary>Office can write its files under other names of the same vocabularies («Strict Open XML»): they are read under the common ones.</summary>
internal static class StrictNames
{
    private const string Strict = "http://purl.oclc.org/ooxml/";
    private const string Common = "http://schemas.openxmlformats.org/";

    public static XElement Loosen(XElement root)
    {
        if (!root.Name.NamespaceName.StartsWith(Strict, StringComparison.Ordinal))
        {
            return root;
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = Loosen(element.Name);
            var attributes = element.Attributes().ToList();
            if (attributes.Exists(attribute => attribute.Name.NamespaceName.StartsWith(Strict, StringComparison.Ordinal) || attribute.IsNamespaceDeclaration))
            {
                element.ReplaceAttributes(attributes.Select(attribute => attribute.IsNamespaceDeclaration
                    ? new XAttribute(attribute.Name, Loosen(attribute.Value))
                    : new XAttribute(Loosen(attribute.Name), attribute.Value)));
            }
        }

        return root;
    }

    private static XName Loosen(XName name) => XNamespace.Get(Loosen(name.NamespaceName)) + name.LocalName;

    // http://purl.oclc.org/ooxml/wordprocessingml/main is http://schemas.openxmlformats.org/wordprocessingml/2006/main.
    private static string Loosen(string space)
    {
        if (!space.StartsWith(Strict, StringComparison.Ordinal))
        {
            return space;
        }

        var slash = space.IndexOf('/', Strict.Length);
        return slash < 0 ? space : $"{Common}{space[Strict.Length..slash]}/2006{space[slash..]}";
    }
}
