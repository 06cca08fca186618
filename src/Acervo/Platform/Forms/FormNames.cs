namespace Acervo.Platform.Forms;

/// <summary>What the site knows that a form beside the data may name.</summary>
/// <param name="Kinds">What a filled-in form may become.</param>
/// <param name="Published">The kinds of publication that an answer may refer to.</param>
/// <param name="Relations">The ways in which publications are kin.</param>
public sealed record FormNames(IReadOnlySet<string> Kinds, IReadOnlySet<string> Published, IReadOnlySet<string> Relations);
