using System.IO.Compression;
using Npgsql;

namespace Acervo.Platform.Backups;

/// <summary>
/// Brings a backup back: beside what there is, where it is checked, and then in its place by one act. Whatever ends this program, the old or
/// the new stands whole, and the next start tidies up.
/// </summary>
public sealed class BackupReader(string owner, DatabaseSettings settings, DataFolder folder)
{
    /// <summary>Clocks of several nodes differ; an act that is in the backup already is not done twice.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>Whether the database holds people's work: a restore would destroy it.</summary>
    public async Task<bool> IsInUseAsync(CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var table = source.CreateCommand("SELECT to_regclass('app.people') IS NOT NULL");
        if (await table.ExecuteScalarAsync(cancel) is not true)
        {
            return false;
        }

        await using var rows = source.CreateCommand("SELECT EXISTS (SELECT FROM app.people) OR EXISTS (SELECT FROM app.audit)");
        return await rows.ExecuteScalarAsync(cancel) is true;
    }

    /// <exception cref="RuleException">A part is missing or is not what was written.</exception>
    public static Task<BackupManifest> VerifyAsync(string path, IProgress<long>? progress, CancellationToken cancel) =>
        BackupArchive.VerifyAsync(path, progress, cancel);

    public Task<RestoreReport> RestoreAsync(string path, IProgress<long>? progress, CancellationToken cancel) =>
        RestoreAsync(path, progress, acceptBrokenTrail: false, cancel);

    /// <summary>Replaces the database and the keys by those of the backup.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="progress">How many bytes of the database are in.</param>
    /// <param name="acceptBrokenTrail">Whether a backup may be used whose audit trail does not verify.</param>
    /// <param name="cancel">Gives up, and leaves everything as it was.</param>
    public async Task<RestoreReport> RestoreAsync(string path, IProgress<long>? progress, bool acceptBrokenTrail, CancellationToken cancel)
    {
        var manifest = await BackupArchive.VerifyAsync(path, null, cancel);
        RestoredDatabase.CheckSchema(manifest.Schema ?? []);
        using var swap = new RestoreSwap(DatabaseConnections.From(owner, settings).Owner, folder);
        swap.Claim();
        await swap.TidyAsync(cancel);
        try
        {
            return await BesideAsync(swap, path, manifest, progress, acceptBrokenTrail, cancel);
        }
        finally
        {
            // Also after a refusal: nothing of what was not taken stays.
            await swap.TidyAsync(CancellationToken.None);
        }
    }

    private async Task<RestoreReport> BesideAsync(RestoreSwap swap, string path, BackupManifest manifest, IProgress<long>? progress, bool acceptBrokenTrail,
        CancellationToken cancel)
    {
        await using var zip = await ZipFile.OpenReadAsync(path, cancel);
        using var files = swap.Begin();
        await BackupArchive.UnpackAsync(zip, files, cancel);
        var beside = new RestoredDatabase(await swap.CreateAsync(settings, cancel), settings, files);
        await using (var dump = await BackupArchive.Part(zip, BackupWriter.DumpEntry).OpenAsync(cancel))
        {
            await using var counted = new HashedStream(dump, progress);
            await beside.FillAsync(counted, manifest, cancel);
        }

        await beside.CheckTrailAsync(acceptBrokenTrail, cancel);
        await beside.EndLinksAsync(cancel);
        byte[][] keys = [.. new[] { folder, files }.Where(one => File.Exists(one.PathOf("audit.key"))).Select(one => one.Secret("audit.key"))];
        var acts = new ActLedger(folder).Since(manifest.MadeAt - Slack, keys);
        await beside.RepeatAsync(acts, cancel);
        await swap.SwapAsync(cancel);
        return new RestoreReport(manifest, acts.Count);
    }
}

/// <summary>What a restore did.</summary>
/// <param name="Manifest">Of the backup that was taken.</param>
/// <param name="Repeated">How many withdrawals and erasures since then were done again.</param>
public sealed record RestoreReport(BackupManifest Manifest, int Repeated);
