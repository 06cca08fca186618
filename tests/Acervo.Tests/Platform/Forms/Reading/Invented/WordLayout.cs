namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>The ways in which Word files of the form are laid out.</summary>
public enum WordLayout
{
    Paragraphs,
    LineBreaks,
    TwoColumns,
    LabelRowOverAnswerRow,
    SeveralLabelsOverAnswers,
    ContentControls,
    Headings,
    Borderless,
    NarrowCells,
    TypedControls,
}
