using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.About;

/// <summary>The statement of accessibility.</summary>
[AllowAnonymous]
internal sealed class AccessibilityModel : PageModel;
