using Microsoft.AspNetCore.Authorization;

namespace Acervo.Platform.Accounts;

/// <summary>Who may use a page or API function: holders of any of these roles; without roles, anyone who is signed in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowAttribute : AuthorizeAttribute
{
    public AllowAttribute(params Role[] roles)
    {
        if (roles.Length > 0)
        {
            Roles = string.Join(',', roles);
        }
    }
}
