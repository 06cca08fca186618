namespace Acervo.Platform.Http;

/// <summary>
/// Marks an address whose answer is the same for every visitor, and so may stand in shared caches for the few seconds that a withdrawal may take.
/// Without it an answer is stored by nobody: see <see cref="EveryAnswer"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public class OpenAnswerAttribute : Attribute;
