namespace Acervo.Platform.Forms.Reading;

/// <summary>One line of a document as the form reader sees it: what it says, how it looks and where it stood.</summary>
internal sealed record ReadingLine
{
    private IReadOnlyList<Word>? words;

    /// <summary>Inline Markdown without the list mark.</summary>
    public required string Text { get; init; }

    public string? Marker { get; init; }

    public int Level { get; init; }

    public bool Heading { get; init; }

    public bool Muted { get; init; }

    /// <summary>The row of a table inside an answer, its cells parted by bars.</summary>
    public bool IsRow { get; init; }

    /// <summary>The number of the row of a table that it comes from; 0 outside tables.</summary>
    public int Row { get; init; }

    /// <summary>What it says by the column where it stood, so that an empty cell moves nothing to another.</summary>
    public IReadOnlyList<(int Column, string Text)> Cells { get; init; } = [];

    /// <summary>It is alone in a cell that answers stand beside: a label, if it says one.</summary>
    public bool Beside { get; init; }

    /// <summary>Somebody quoted it in a reply.</summary>
    public bool Quoted { get; init; }

    /// <summary>It stands where no answer does: the signature of a mail, a row of the form's table that opens with no label of ours.</summary>
    public bool Aside { get; init; }

    public int? Page { get; init; }

    public bool? FillsLine { get; init; }

    public double Confidence { get; init; } = 1;

    /// <summary>Lines of one paragraph share its number.</summary>
    public int Paragraph { get; init; }

    public IReadOnlyList<Word> Words => words ??= Reading.Words.Of(Text);

    public bool IsBullet => Marker == "-";

    public bool IsBold => Text.Length > 4 && Text.StartsWith("**", StringComparison.Ordinal)
        && Text.IndexOf("**", 2, StringComparison.Ordinal) >= Text.TrimEnd(':', ' ', '.').Length - 2;

    /// <summary>As it stood, with its list mark.</summary>
    public string Written => Marker is null ? Text : Marker + " " + Text;

    /// <summary>The same line with another text; its words are counted again.</summary>
    public ReadingLine Saying(string text) => this with { Text = text, words = null };
}
