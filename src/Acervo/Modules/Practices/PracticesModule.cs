using System.CommandLine;
using Acervo.Modules.Practices.Bulk;
using Acervo.Modules.Practices.Demo;
using Acervo.Platform.Modules;
using Acervo.Platform.Publications;

namespace Acervo.Modules.Practices;

/// <summary>The bank of good practices and lessons learned: two kinds of dossier, their official forms, and what is remarked of them.</summary>
internal sealed class PracticesModule : AppModule
{
    public override string Name => "Practices";

    private static readonly FacetTitle[] Facets =
    [
        new("entidad", "Entidad"), new("dependencia", "Dependencia"), new("proceso", "Proceso"), new("politica", "Política MIPG"), new("anio", "Año de inicio"),
        new("ods", "ODS"),
    ];

    public override IEnumerable<Command> SeedCommands() => [BulkCommand.Create(), DemoCommand.Create()];

    public override void Describe(ModuleSetup setup) => setup
        .Use<DemoAuthor>()
        .Use<DemoReviewer>()
        .Use<BulkSeeder>()
        .Edits<PracticeRules>(new(PracticeKinds.Practice)
        {
            Offer = "Una buena práctica",
            OfferNote = "Algo que funcionó y otra entidad puede repetir.",
            HasGoals = true,
            IsAdaptable = true,
            AskedEvery = 12,
        })
        .Edits<PracticeRules>(new(PracticeKinds.Lesson)
        {
            Offer = "Una lección aprendida",
            OfferNote = "Algo que salió distinto de lo esperado y enseña qué hacer la próxima vez.",
            HasGoals = true,
            AskedEvery = 24,
        })
        .Publishes(new(PracticeKinds.Practice, "Buena práctica", "Buenas prácticas", "/practicas")
        {
            Lead = "Lo que una dependencia hizo, cómo lo hizo y qué cambió. Cualquiera puede usarlo.",
            IsReused = true,
            FormKind = PracticeKinds.Practice,
            Facets = Facets,
        })
        .Publishes(new(PracticeKinds.Lesson, "Lección aprendida", "Lecciones aprendidas", "/lecciones")
        {
            Lead = "Lo que salió distinto de lo esperado, por qué, y qué conviene hacer la próxima vez.",
            FormKind = PracticeKinds.Lesson,
            Facets = Facets,
        })
        .PublicMenu("Buenas prácticas", "/practicas", 10)
        .PublicMenu("Lecciones aprendidas", "/lecciones", 20)
        .FooterMenu("El banco", "Buenas prácticas", "/practicas", 10)
        .FooterMenu("El banco", "Lecciones aprendidas", "/lecciones", 20);
}
