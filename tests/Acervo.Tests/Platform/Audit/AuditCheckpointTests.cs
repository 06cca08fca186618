using Acervo.Platform.Audit;
using Acervo.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Audit;

/// <summary>The file of checkpoints: written a line a minute, read whole when the trail is verified.</summary>
public sealed class AuditCheckpointTests
{
    [Fact]
    public async Task Each_minute_reads_what_is_new_and_the_verification_reads_it_all()
    {
        await using var app = await AppHost.StartAsync(("Jobs:Enabled", "false"));
        var checkpoints = app.Services.GetRequiredService<AuditCheckpoints>();
        await DoAsync(app, checkpoints);
        var file = app.Folder.PathOf("audit-checkpoints.txt");
        var first = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, first.Replace(first[^2], first[^2] == '0' ? '1' : '0'), TestContext.Current.CancellationToken);

        await DoAsync(app, checkpoints);

        Assert.Throws<RuleException>(() => checkpoints.Read());
        Assert.Equal(2, (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task A_file_that_was_cut_is_noticed_within_the_minute()
    {
        await using var app = await AppHost.StartAsync(("Jobs:Enabled", "false"));
        var checkpoints = app.Services.GetRequiredService<AuditCheckpoints>();
        await DoAsync(app, checkpoints);
        await File.WriteAllTextAsync(app.Folder.PathOf("audit-checkpoints.txt"), "", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<RuleException>(() => DoAsync(app, checkpoints));
    }

    /// <summary>Something that leaves a row, and its checkpoint; nothing more the second time.</summary>
    private static async Task DoAsync(AppHost app, AuditCheckpoints checkpoints)
    {
        var person = Cast.Somebody("Alma Pardo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat);
        person.Note("session.opened", null);
        await app.SeedAsync(person);
        await app.SealAsync();
        await checkpoints.WriteAsync(TestContext.Current.CancellationToken);
        await checkpoints.WriteAsync(TestContext.Current.CancellationToken);
    }
}
