using Acervo.Platform.Accounts;

namespace Acervo.Platform.Tables.Imports;

/// <summary>
/// What may be brought in from a sheet: its fields, what a row is worth, how it goes in and how it is taken back. A module registers each of its kinds in
/// its one file; pages, reading, mapping, triage, work and undo are the house's.
/// </summary>
public abstract class ImportKind
{
    /// <summary>What it is called among the saved columns.</summary>
    public abstract string Name { get; }

    public abstract IReadOnlyList<TableField> Fields { get; }

    /// <summary>Who may bring it in.</summary>
    public abstract Role Role { get; }

    /// <summary>Rows in one sheet.</summary>
    public virtual int MostRows => 5_000;

    /// <summary>Where what is brought in is seen.</summary>
    public abstract string HomeOf(TableImport import);

    /// <summary>Judges the next rows of the table. Nothing is changed.</summary>
    /// <param name="import">The import.</param>
    /// <param name="rows">The rows, some hundreds at most.</param>
    /// <param name="before">Those that stand before them and are judged: a row may repeat one of them.</param>
    /// <param name="cancel">Stops it.</param>
    public abstract Task JudgeAsync(TableImport import, IReadOnlyList<SheetRecord> rows, IReadOnlyList<ImportRow> before, CancellationToken cancel);

    /// <summary>Changes what these rows say, without saving; a row whose target changed since it was judged is doubted and left out.</summary>
    public abstract Task<IReadOnlyList<Entered>> EnterAsync(TableImport import, IReadOnlyList<ImportRow> rows, CancellationToken cancel);

    /// <summary>Which of these rows cannot be taken back, because what they changed is another since, and why in a sentence.</summary>
    public abstract Task<IReadOnlyDictionary<long, string>> ChangedAsync(TableImport import, IReadOnlyList<ImportRow> rows, CancellationToken cancel);

    /// <summary>Takes back what these rows changed, without saving.</summary>
    public abstract Task LeaveAsync(TableImport import, IReadOnlyList<ImportRow> rows, int by, CancellationToken cancel);

    /// <summary>Brings up to date what is derived, in the transaction that changed it.</summary>
    public virtual Task SettleAsync(TableImport import, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>A row that went in, and how to ask, once it is saved, what it changed and at which revision that stands.</summary>
public sealed record Entered(ImportRow Row, Func<string> Subject, Func<int> Revision);
