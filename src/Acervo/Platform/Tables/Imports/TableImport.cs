using Acervo.Platform.Audit;

namespace Acervo.Platform.Tables.Imports;

/// <summary>A sheet that somebody brings in: read, its columns understood, its rows looked at, taken, and perhaps undone.</summary>
public sealed class TableImport : IRevised, IAudited
{
    public int Id { get; private set; }

    public required string Kind { get; init; }

    /// <summary>Into what of its kind, such as the code of a catalogue.</summary>
    public required string Scope { get; init; }

    public required string Title { get; init; }

    public required int PersonId { get; init; }

    public int? UnitId { get; init; }

    public required string Sha256 { get; init; }

    public required string Name { get; init; }

    public ImportState State { get; private set; }

    /// <summary>What of the file was not read.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required string Sheet { get; set; }

    public required int HeaderRow { get; set; }

    /// <summary>Column → field.</summary>
    public required IReadOnlyDictionary<int, string> Mapping { get; set; }

    public long? WorkId { get; private set; }

    public required DateTime AskedAt { get; init; }

    public DateTime? UndoneAt { get; private set; }

    public int Revision { get; private set; }

    public Deeds Deeds { get; } = new();

    public string Subject => $"import/{Id}";

    /// <summary>Where its heading stands, and which column is what.</summary>
    public void Understand(Heading heading, IReadOnlyDictionary<int, string> mapping)
    {
        Check(State is ImportState.Read or ImportState.Looked, "Esta tabla ya se incorporó: sus columnas no cambian. Suba el archivo otra vez.");
        (Sheet, HeaderRow, Mapping, State) = (heading.Sheet, heading.Row, mapping, ImportState.Looked);
    }

    /// <summary>It is handed to the work that takes its rows.</summary>
    public void Begin(long work)
    {
        Check(State == ImportState.Looked, "Esta tabla ya se incorporó, o faltan por revisar sus columnas.");
        (WorkId, State) = (work, ImportState.Taken);
    }

    public void Undo(DateTime now)
    {
        Check(State == ImportState.Taken, "No hay nada que deshacer: esta tabla no se ha incorporado o ya se deshizo.");
        (State, UndoneAt) = (ImportState.Undone, now);
    }

    private static void Check(bool isSo, string sentence) => _ = isSo ? true : throw new RuleException(sentence);
}

/// <summary>How far an import is.</summary>
public enum ImportState
{
    Read,
    Looked,
    Taken,
    Undone,
}
