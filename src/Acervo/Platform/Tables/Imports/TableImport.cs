using Acervo.Platform.Audit;

namespace Acervo.Platform.Tables.Imports;

/// <summary>A sheet that somebody brings in: read, its columns understood, its rows looked at, taken, and perhaps undone.</summary>
public sealed class TableImport : IRevised, IAudited
{
    private const string Closed = "Esta tabla ya se incorporó: sus columnas y filas no cambian. Suba el archivo otra vez.";

    public int Id { get; private set; }

    public required string Kind { get; init; }

    /// <summary>Into what of its kind, such as the code of a catalogue.</summary>
    public required string Scope { get; init; }

    public required string Title { get; init; }

    public required int PersonId { get; init; }

    public int? UnitId { get; init; }

    /// <summary>The file that was sent; null once its term is over.</summary>
    public required string? Sha256 { get; set; }

    public required string Name { get; init; }

    public ImportState State { get; private set; }

    /// <summary>What of the file was not read.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>All tables of the file, and the sheets without any; one of them is brought in.</summary>
    public IReadOnlyList<SheetTable> Tables { get; private set; } = [];

    public string Sheet { get; private set; } = "";

    public int HeaderRow { get; private set; }

    public int EndRow { get; private set; }

    /// <summary>Column → field.</summary>
    public IReadOnlyDictionary<int, string> Mapping { get; private set; } = new Dictionary<int, string>();

    /// <summary>The saved columns from which those come, or under which they were saved.</summary>
    public int? MappingId { get; private set; }

    /// <summary>The work that is being done with it, or was last.</summary>
    public long? WorkId { get; private set; }

    public required DateTime AskedAt { get; init; }

    public DateTime? UndoneAt { get; private set; }

    public DateTime? SweptAt { get; private set; }

    /// <summary>How its rows ended, by their state, once they are gone.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public int Revision { get; private set; }

    public Deeds Deeds { get; } = new();

    public string Subject => $"import/{Id}";

    /// <summary>The tables and sheets of the file that this import leaves out.</summary>
    public IEnumerable<SheetTable> Others => Tables.Where(table => table.Sheet != Sheet || table.Row != HeaderRow);

    /// <summary>Its file was read.</summary>
    public void Read(IReadOnlyList<string> notes, IReadOnlyList<SheetTable> tables, SheetTable table, IReadOnlyDictionary<int, string> mapping, int? saved)
    {
        Check(State == ImportState.Reading, "Este archivo ya se leyó.");
        (Notes, Tables, Sheet, HeaderRow, EndRow) = (notes, tables, table.Sheet, table.Row, table.End);
        (Mapping, MappingId, State) = (mapping, saved, ImportState.Read);
    }

    /// <summary>Where its heading stands, and which column is what; its rows are judged anew.</summary>
    public void Understand(Heading heading, IReadOnlyDictionary<int, string> mapping, int saved)
    {
        Check(State is ImportState.Read or ImportState.Looked or ImportState.Judging, Closed);
        (Sheet, HeaderRow, EndRow, Mapping, MappingId) = (heading.Sheet, heading.Row, EndOf(heading), mapping, saved);
        State = ImportState.Judging;
    }

    /// <summary>The same, with something that a person corrected.</summary>
    public void LookAgain()
    {
        Check(State == ImportState.Looked, Closed);
        State = ImportState.Judging;
    }

    public void Judged() => State = ImportState.Looked;

    /// <summary>A work reads it or judges its rows.</summary>
    public void Wait(long work) => WorkId = work;

    /// <summary>It is handed to the work that takes its rows.</summary>
    public void Begin(long work)
    {
        Check(State == ImportState.Looked, "Esta tabla ya se incorporó, o faltan por revisar sus columnas.");
        (WorkId, State) = (work, ImportState.Taken);
    }

    /// <summary>It is handed to the work that takes its rows back; to another one when that stands still.</summary>
    public void Return(long work)
    {
        Check(State is ImportState.Taken or ImportState.Undoing, "No hay nada que deshacer: esta tabla no se ha incorporado o ya se deshizo.");
        (WorkId, State) = (work, ImportState.Undoing);
    }

    public void Undo(DateTime now) => (State, UndoneAt) = (ImportState.Undone, now);

    /// <summary>Its term is over: of file and rows only the counts stay.</summary>
    public void Sweep(IReadOnlyDictionary<string, int> counts, DateTime now) => (Sha256, Counts, SweptAt) = (null, counts, now);

    /// <summary>A table ends where the next one of its sheet begins.</summary>
    public int EndOf(Heading heading) => Tables.Where(table => table.Sheet == heading.Sheet && table.Row > heading.Row)
        .Select(table => table.Row - 1).DefaultIfEmpty(int.MaxValue).Min();

    private static void Check(bool isSo, string sentence) => _ = isSo ? true : throw new RuleException(sentence);
}

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>Its file waits to be read, or could not be.</summary>
    Reading,
    Read,
    Judging,
    Looked,
    Taken,
    Undoing,
    Undone,
}
