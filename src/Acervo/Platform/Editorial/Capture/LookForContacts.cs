using System.Data.Common;
using System.Text.Json;
using Acervo.Platform.Documents;
using Acervo.Platform.Files;
using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>
/// The work that looks for contact data of people in a file that anybody will be able to download: its text, each cell of each sheet, and what is written in
/// pictures and on scanned pages, a few at a time to the last. What it cannot read is told as not looked at, never as clean.
/// </summary>
internal sealed class LookForContacts(AppDb db, FileStore files, DocumentReader documents, SheetReader sheets, ILogger<LookForContacts> log) : Worker
{
    public const string Kind = "contacts";

    /// <summary>Pages or pictures in one slice.</summary>
    private const int AtOnce = 4;

    /// <summary>Of a file before which this process fell more often nobody knows what it holds.</summary>
    private const int MostTries = 2;

    private readonly ContactWords found = new();
    private bool isUnread;
    private int looked;
    private int all;

    /// <summary>Begins to look, in the transaction of the caller, who rings after the commit.</summary>
    public static WorkItem Of(DossierFile file, int dossier, int person) => new()
    {
        Kind = Kind,
        Title = $"Revisar «{file.Name}»",
        Href = $"/fichas/{dossier}/archivos",
        PersonId = person,
        IsPersonal = true,
        Payload = JsonSerializer.Serialize(new LookedFile(dossier, file.Sha256, file.CopySha256, file.ContentType)),
        Total = 1,
    };

    public override async Task PrepareAsync(WorkItem work, Func<int, int, Task> tell, CancellationToken cancel)
    {
        var (file, after) = (FileOf(work), (int)work.LastRow);
        try
        {
            isUnread = work.Tries > MostTries;
            if (!isUnread)
            {
                await LookAsync(file, after, cancel);
                await tell(after, Math.Max(all, 1));
            }
        }
        catch (Exception refusal) when (refusal is DocumentException or TableException)
        {
            log.LogInformation(refusal, "Attached file {Sha256} cannot be looked through.", file.Sha256);
            isUnread = true;
        }
        catch (Exception bug) when (bug is not (OperationCanceledException or DbException))
        {
            log.LogError(bug, "Attached file {Sha256} cannot be looked through.", file.Sha256);
            isUnread = true;
        }
    }

    public override async Task<Slice> WorkAsync(WorkItem work, CancellationToken cancel)
    {
        var (file, isOver) = (FileOf(work), isUnread || looked >= all || found.IsEnough);
        // The same file of another dossier is looked through by its own work: of what this one saw before that began it would hear nothing.
        var attached = await db.Set<DossierFile>().SingleOrDefaultAsync(
            one => one.DossierId == file.Dossier && one.Sha256 == file.Sha256 && one.CopySha256 == file.CopySha256, cancel);
        attached?.Hear(found.All, isOver, isUnread || (isOver && (looked < all || found.IsCut)));

        await db.SaveChangesAsync(cancel);
        return new Slice(looked, Math.Max(looked - (int)work.LastRow, isOver ? 1 : 0), isOver);
    }

    /// <summary>The text first, and then the next pages and pictures. Of Word and Excel the copy is read: it is what is published.</summary>
    private async Task LookAsync(LookedFile file, int after, CancellationToken cancel)
    {
        var (isSheet, isWord) = (file.ContentType.Contains("spreadsheet", StringComparison.Ordinal),
            file.ContentType.Contains("wordprocessing", StringComparison.Ordinal));
        await using var bytes = await files.OpenAsync(isSheet || isWord ? file.CopySha256 : file.Sha256, cancel);
        if (after == 0 && isSheet)
        {
            await foreach (var row in sheets.ReadAsync(bytes, _ => { }, cancel))
            {
                found.AddRow(row);
            }
        }
        else if (after == 0 && isWord)
        {
            var document = await documents.ReadAsync(bytes, cancel: cancel);
            found.Add([.. DocumentLines.Of(document.Blocks), .. document.Margins, .. document.Hidden?.Passages.Select(passage => passage.Text) ?? []]);
        }

        found.End();
        bytes.Position = 0;
        var seen = await documents.ReadSeenAsync(bytes, after, AtOnce, cancel);
        found.Add(DocumentLines.Of(seen.Blocks));
        found.End();
        all = seen.Pages ?? 0;
        looked = Math.Min(after + AtOnce, all);
    }

    private static LookedFile FileOf(WorkItem work) => JsonSerializer.Deserialize<LookedFile>(work.Payload)!;
}

/// <summary>A file attached to a dossier and the copy of it that will be public.</summary>
internal sealed record LookedFile(int Dossier, string Sha256, string CopySha256, string ContentType);
