using System.Text.Json.Serialization;

namespace Acervo.Platform.Documents;

/// <summary>The readable content of one file, in reading order, whatever its format was.</summary>
public sealed record DocumentText
{
    public required DocumentKind Kind { get; init; }

    public required IReadOnlyList<DocumentBlock> Blocks { get; init; }

    /// <summary>Pages when the format has them; null for flowing texts.</summary>
    public int? Pages { get; init; }

    /// <summary>Page headers, page footers and footnotes: kept apart because they are no part of what was written.</summary>
    public IReadOnlyList<string> Margins { get; init; } = [];

    /// <summary>Spanish sentences about what a reader of the file would not see or expect: comments, hidden text, macros.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>What the file holds and nobody sees; null when there is nothing.</summary>
    public HiddenText? Hidden { get; init; }

    /// <summary>The pages of a file with text that were read from their picture, by their numbers.</summary>
    public IReadOnlyList<int> PicturedPages { get; init; } = [];

    [JsonIgnore]
    public int Characters => Blocks.Sum(CharactersOf);

    /// <summary>Characters were recognised in an image, so each of them may be wrong.</summary>
    [JsonIgnore]
    public bool Recognised => Kind is DocumentKind.ScannedPdf or DocumentKind.Image || PicturedPages.Count > 0;

    private static int CharactersOf(DocumentBlock block) =>
        block.Text.Length + (block.Rows?.Sum(row => row.Cells.Sum(cell => cell.Blocks.Sum(CharactersOf))) ?? 0);
}

/// <summary>One paragraph, heading, list item or table of a document; <see cref="Rows"/> is set for tables only.</summary>
public sealed record DocumentBlock
{
    /// <summary>Inline Markdown; a forced line break inside the paragraph is a newline.</summary>
    public string Text { get; init; } = "";

    /// <summary>1–6 for a heading, null otherwise.</summary>
    public int? Heading { get; init; }

    /// <summary>"-" for a bullet, "3." for a number, null outside lists.</summary>
    public string? Marker { get; init; }

    /// <summary>Depth of a list item, from zero.</summary>
    public int Level { get; init; }

    /// <summary>Printed in grey, as forms print their instructions.</summary>
    public bool Muted { get; init; }

    /// <summary>A reply quotes it.</summary>
    public bool Quoted { get; init; }

    /// <summary>The signature that a mail program adds.</summary>
    public bool Aside { get; init; }

    public int? Page { get; init; }

    /// <summary>The last line reached the right margin, so the paragraph may go on; null where lines have no width.</summary>
    public bool? FillsLine { get; init; }

    /// <summary>How sure the recognition is, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    public IReadOnlyList<DocumentRow>? Rows { get; init; }
}

/// <summary>One row of a table.</summary>
public sealed record DocumentRow(IReadOnlyList<DocumentCell> Cells, RowStart Start = RowStart.Certain);

/// <summary>How sure it is that a row begins here: without borders it may be the rest of the row before.</summary>
public enum RowStart
{
    /// <summary>A border, a paragraph or a white begins it.</summary>
    Certain,

    /// <summary>New lines begin in both columns.</summary>
    Possible,

    /// <summary>The last column seems to go on in the middle of a paragraph.</summary>
    Unlikely,
}

/// <summary>One cell: the grid column where it starts and what it holds.</summary>
public sealed record DocumentCell(int Column, IReadOnlyList<DocumentBlock> Blocks);
