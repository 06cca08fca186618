using Acervo.Tests.Rights;

namespace Acervo.Tests.Modules.Accounts;

/// <summary>Links that open nothing: what a stranger who guesses gets.</summary>
internal sealed class AccountsExamples : IRouteExamples
{
    public Task<IReadOnlyDictionary<string, string>> SetAsync(Scene scene) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/invitacion/{token}"] = "/invitacion/no-es-un-enlace",
            ["/recuperar/{token}"] = "/recuperar/no-es-un-enlace",
        });
}
