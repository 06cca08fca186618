using Microsoft.AspNetCore.Authorization;

namespace Acervo.Platform.Accounts;

/// <summary>
/// Leads a person with an open duty (replace the given password, set the second factor) to the page where it is done. The roles are withheld
/// until then in any case (<see cref="Access.Of"/>), so this is the way there and not the wall.
/// </summary>
internal static class AccountDuties
{
    public static void UseAccountDuties(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var endpoint = context.GetEndpoint()?.Metadata;
        var duty = (context.Items[typeof(Access)] as Access)?.Duty ?? Duty.None;
        if (duty == Duty.None || endpoint?.GetMetadata<IAllowAnonymous>() is not null || endpoint?.GetMetadata<WithOpenDutyAttribute>() is not null)
        {
            return next(context);
        }

        context.Response.Redirect(duty == Duty.ChangePassword ? "/cuenta/clave" : "/cuenta/segundo-factor");
        return Task.CompletedTask;
    });
}

/// <summary>A page that somebody with an open duty may use: where the duty is done, and the way out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithOpenDutyAttribute : Attribute;
