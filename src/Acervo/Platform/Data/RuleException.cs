namespace Acervo.Platform.Data;

/// <summary>A rule of the house says no. The message is a Spanish sentence for the person: a notice on a page, 409 in the API.</summary>
public sealed class RuleException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What was asked for is missing, or its existence is not for this person to know: 404 in both cases.</summary>
public sealed class NotFoundException(string what) : Exception(what);
