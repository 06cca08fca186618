using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Demo;

/// <summary>Plays what the people of the demonstration did with the sample fichas: every act in its own scope and at its own hour, oldest first.</summary>
internal sealed class DemoStory(IServiceScopeFactory scopes, DemoClock clock)
{
    /// <summary>Plays the samples that are not in yet. Returns how many that were.</summary>
    public async Task<int> PlayAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var samples = await MissingAsync(cancel);
        var acts = samples.SelectMany(sample => sample.Road.Select(step => (Sample: sample, Step: step, When: step.When(today)))).OrderBy(act => act.When);
        foreach (var (sample, step, when) in acts)
        {
            clock.Set(when);
            await using var scope = scopes.CreateAsyncScope();
            await PlayAsync(scope.ServiceProvider, sample, step, today, cancel);
        }

        clock.Release();
        return samples.Count;
    }

    private async Task<List<SampleFicha>> MissingAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<AppDb>().DossiersOf().Select(practice => practice.SourceSha256).ToListAsync(cancel);
        return [.. SampleShelf.Fichas().Where(sample => sample.Road.Count > 0 && !known.Contains(ShaOf(sample)))];
    }

    private static async Task PlayAsync(IServiceProvider services, SampleFicha sample, SampleStep step, DateOnly today, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AppDb>();
        var email = Person.Normalize($"{step.By ?? sample.Author}@example.gov.co");
        var person = await db.People.AsNoTracking().FirstAsync(one => one.NormalizedEmail == email, cancel);
        try
        {
            if (step.Do == "read")
            {
                await services.GetRequiredService<DemoAuthor>().ReadAsync(sample, person, cancel);
                return;
            }

            var sha = ShaOf(sample);
            var practice = await db.DossiersOf().Include(one => one.Files).FirstAsync(one => one.SourceSha256 == sha, cancel);
            await (step.By is null
                ? services.GetRequiredService<DemoAuthor>().DoAsync(practice, step, person.Id, cancel)
                : services.GetRequiredService<DemoReviewer>().DoAsync(practice, step, person.Id, today, cancel));
        }
        catch (RuleException refusal)
        {
            throw new RuleException($"{sample.Document}, {step.Do} ({step.At}): {refusal.Message}", refusal);
        }
    }

    private static string ShaOf(SampleFicha sample) => new FileContent(SampleShelf.Document(sample.Document), "application/octet-stream").Sha256();
}
