namespace Acervo.Platform.Forms.Writing;

/// <summary>How a form is printed in Word: whose form it is, its mark, and whether what may not be published is in it.</summary>
public sealed record FormDocxOptions(string EntityName)
{
    /// <summary>False leaves out every question that may not be published, phones and e-mails among them.</summary>
    public bool IncludePersonal { get; init; } = true;

    /// <summary>The mark of the entity as a PNG picture; without it the name of the entity stands in its place.</summary>
    public byte[]? MarkPng { get; init; }

    /// <summary>The questions that are printed, each group with the columns that are.</summary>
    public IEnumerable<FormQuestion> Printed(IEnumerable<FormQuestion> questions) =>
        questions.Where(Prints).Select(question => question with { Columns = [.. question.Columns.Where(Prints)] });

    private bool Prints(FormQuestion question) => IncludePersonal
        || (question.Publish == PublishRule.Always && !question.Kind.IsContact);
}
