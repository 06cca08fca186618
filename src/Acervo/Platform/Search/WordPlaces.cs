namespace Acervo.Platform.Search;

/// <summary>In which rows of a snapshot a word stands: anywhere, in what heads the text (title, summary, names), in the title.</summary>
/// <param name="Anywhere">Every row that has it.</param>
/// <param name="Head">Null when none has it there.</param>
/// <param name="Title">Null when none has it there.</param>
internal sealed record WordPlaces(SlotSet Anywhere, SlotSet? Head, SlotSet? Title)
{
    private const int InTitle = 6, InHead = 3, InText = 1;

    /// <summary>What a row may have of a word at most.</summary>
    public const int Most = InTitle;

    /// <summary>How many sets it keeps.</summary>
    public int Sets => 1 + (Head is null ? 0 : 1) + (Title is null ? 0 : 1);

    /// <summary>How much the word says of a row that has it, by where it stands.</summary>
    public int WeightIn(int slot) => Title?.Contains(slot) == true ? InTitle : Head?.Contains(slot) == true ? InHead : InText;
}
