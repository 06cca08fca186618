namespace Acervo.Platform.Search.Words;

/// <summary>What somebody typed, as it is understood.</summary>
/// <param name="Choices">What <c>or</c> stands between: any of them answers.</param>
internal sealed record Question(IReadOnlyList<Choice> Choices)
{
    /// <summary>All that is looked for.</summary>
    public IEnumerable<SoughtWord> Sought => Choices.SelectMany(choice => choice.Must.Concat(choice.Words));

    public bool IsEmpty => Choices.All(choice => choice.IsEmpty);
}

/// <summary>One way to answer a question.</summary>
/// <param name="Must">Phrases in quotes.</param>
/// <param name="Words">The more of these the better.</param>
/// <param name="Without">What must not be there.</param>
internal sealed record Choice(IReadOnlyList<SoughtWord> Must, IReadOnlyList<SoughtWord> Words, IReadOnlyList<SoughtWord> Without)
{
    public bool IsEmpty => Must.Count + Words.Count + Without.Count == 0;
}
