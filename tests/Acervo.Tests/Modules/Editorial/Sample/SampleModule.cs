using Acervo.Platform.Modules;
using Acervo.Platform.Publications;

namespace Acervo.Tests.Modules.Editorial.Sample;

/// <summary>A second editorial module, as small as one can be: a form file, its name and one rule. It exists in tests alone.</summary>
internal sealed class SampleModule : AppModule
{
    public const string Kind = "sample";

    public override string Name => "Sample";

    public override void Describe(ModuleSetup setup) => setup
        .Edits<SampleRules>(new(Kind) { Offer = "Un acuerdo de barrio", OfferNote = "Lo que vecinos y entidad acordaron hacer.", AskedEvery = 6 })
        .Publishes(new(Kind, "Acuerdo de barrio", "Acuerdos de barrio", "/acuerdos")
        {
            Lead = "Lo que se acordó, con quién y hasta cuándo.",
            IsFeminine = false,
            FormKind = Kind,
            Facets =
            [
                new("entidad", "Entidad"), new("localidad", "Localidad") { Answer = "places" }, new("estado", "Estado") { Answer = "state" },
                new("acta", "Acta firmada") { Answer = "signed" },
            ],
            Ranges = [RangeTitle.Money("valor", "Valor en pesos", "cost", "COP")],
            IsTimed = true,
        })
        .Relates(new("continues", "continuedBy", "Continúa", "Continuada por") { InverseMasculine = "Continuado por" })
        .PublicMenu("Acuerdos", "/acuerdos", 30);
}
