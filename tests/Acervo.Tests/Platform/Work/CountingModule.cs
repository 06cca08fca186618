using System.Globalization;
using Acervo.Platform.Data;
using Acervo.Platform.Modules;
using Acervo.Platform.Reference;
using Acervo.Platform.Work;

namespace Acervo.Tests.Platform.Work;

/// <summary>A module whose only work is to count to thirty, ten in each slice, and to leave a row for each number: none may be there twice.</summary>
internal sealed class CountingModule : AppModule
{
    public const string Kind = "counting";

    public override string Name => "Counting";

    /// <summary>Where a slice of the test waits.</summary>
    public SemaphoreSlim Gate { get; } = new(100);

    public override void Describe(ModuleSetup setup) => setup.Works<Counting>(Kind);
}

/// <summary>Counts.</summary>
internal sealed class Counting(AppDb db, AppModule module) : Worker
{
    public override async Task<Slice> WorkAsync(WorkItem work, CancellationToken cancel)
    {
        await ((CountingModule)module).Gate.WaitAsync(cancel);
        switch (work.Payload)
        {
            case "\"refused\"":
                throw new RuleException("Falta lo que hay que contar.");
            case "\"broken\"":
                throw new InvalidOperationException("The counter is broken.");
        }

        for (var n = work.LastRow + 1; n <= work.LastRow + 10; n++)
        {
            db.Add(new Catalogue { Code = string.Create(CultureInfo.InvariantCulture, $"count-{work.Id}-{n}"), Name = "Contado", Source = "Pruebas." });
        }

        await db.SaveChangesAsync(cancel);
        return new Slice(work.LastRow + 10, 10, work.LastRow + 10 >= work.Total);
    }
}
