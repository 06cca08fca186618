using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Remarks about MIPG policies that are not on the official list.</summary>
internal static class PolicyRemarks
{
    private const string Key = "mipg_policies";

    public static IEnumerable<Observation> Of(RemarkContext context)
    {
        var catalogue = context.Reference.Policies;
        foreach (var policy in context.Answers.List(Key).Where(policy => !catalogue.Holds(policy)))
        {
            var alias = catalogue.Alias(policy);
            var proposal = alias?.Policy ?? (alias is null ? catalogue.Near(policy) : null);
            yield return new Observation(Key, "policy-unknown", ObservationSeverity.Warning, Message(policy, alias, proposal), proposal) { Instead = policy };
        }
    }

    private static string Message(string policy, PolicyAlias? alias, string? proposal)
    {
        if (proposal is not null)
        {
            return $"«{policy}» se llama en la lista oficial «{proposal}». Confirme que es esa política.";
        }

        return alias?.IsDimension == true
            ? $"«{policy}» es una dimensión del MIPG, no una política. Elija la política de esa dimensión a la que aporta la práctica."
            : $"«{RemarkContext.Shown(policy)}» no está en la lista de políticas del MIPG. Elija la política oficial a la que aporta la práctica.";
    }
}
