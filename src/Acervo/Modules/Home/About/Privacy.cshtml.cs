using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.About;

/// <summary>What is kept about people, what for, and what is never made public.</summary>
[AllowAnonymous]
internal sealed class PrivacyModel : PageModel;
