using Acervo.Platform.Modules;
using Acervo.Platform.Publications;
using Acervo.Platform.Usage;

namespace Acervo.Tests.Platform.Publications.Calls;

/// <summary>A kind that opens and closes, cites others and keeps a table of its own. It exists in tests alone.</summary>
internal sealed class CallModule : AppModule
{
    public const string Kind = "call";

    public override string Name => "Calls";

    public override void Describe(ModuleSetup setup) => setup
        .Publishes<CallFacts>(new(Kind, "Llamado", "Llamados", "/llamados") { Lead = "A qué se llama, y hasta cuándo.", IsFeminine = false, IsTimed = true })
        .ReadBy(new UsageChannel("chat", "Mensajería"))
        .Relates(new RelationKind("cites", "citedBy", "Cita", "Citada por") { InverseMasculine = "Citado por", Anchor = "citas" });
}
