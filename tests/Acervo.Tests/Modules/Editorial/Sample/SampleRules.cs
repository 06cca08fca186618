using System.Globalization;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;

namespace Acervo.Tests.Modules.Editorial.Sample;

/// <summary>What the second module knows beyond its form: an agreement closes with the last day that it runs.</summary>
internal sealed class SampleRules : EditorialRules
{
    public override Task<PublicationDraft> CompleteAsync(Dossier dossier, PublicationDraft draft, CancellationToken cancel)
    {
        var last = DateOnly.Parse(dossier.Answers.Text("runs")!.Split('/')[1], CultureInfo.InvariantCulture);
        return Task.FromResult(draft with { ClosesAt = last.AddDays(1).ToDateTime(TimeOnly.MinValue).BogotaToUtc() });
    }
}
