using Microsoft.AspNetCore.Mvc;

namespace Acervo.Platform.Accounts;

/// <summary>
/// Marks a page whose form makes something: sent twice at once, as a double click does, or again later, it makes one, and every answer leads there.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MakesOneAttribute() : ServiceFilterAttribute(typeof(SentForms));
