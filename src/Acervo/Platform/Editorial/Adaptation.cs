using Acervo.Platform.Publications;

namespace Acervo.Platform.Editorial;

/// <summary>How the publications of dossiers that may adapt one another are kin.</summary>
internal static class Adaptation
{
    public static readonly RelationKind Kind = new("adapts", "adaptedBy", "Adapta", "Adaptada por")
    {
        InverseMasculine = "Adaptado por",
        Verb = ("adapta", "adaptan"),
        Anchor = "adaptaciones",
        IsReuse = true,
    };

    /// <summary>What the publication of a dossier says of the one it adapts.</summary>
    public static IReadOnlyList<Relation> Of(Dossier dossier) => dossier.Adapts is { } item ? [new Relation(Kind.Name, dossier.Kind, item)] : [];
}
