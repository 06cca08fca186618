using Acervo.Platform.Publications;
using Acervo.Platform.Text;

namespace Acervo.Platform.Editorial;

/// <summary>How a published dossier ends.</summary>
public sealed partial class Dossier
{
    /// <summary>How what was published ended; null while it stands, and again when its next version is published.</summary>
    public Ending? Ending { get; private set; }

    /// <summary>What its state is called when it ended: three ways have three names. Null where the name of the state says it.</summary>
    public string? EndedAs => Editorial.Stage == Stage.Withdrawn ? Ending?.Spanish() : null;

    /// <summary>Why a reason that anybody will read will not do; null when it will.</summary>
    public static string? PublicReasonRefusal(string reason) =>
        PersonalData.Mobiles(reason).Concat(PersonalData.PrivateEmails(reason)).FirstOrDefault() is { } found
        ? $"El motivo se publica y contiene un dato de contacto personal ({found}). Quítelo."
        : null;

    /// <param name="ending">The way.</param>
    /// <param name="reason">Why, for anybody to read.</param>
    /// <param name="successor">What stands for it, when that is the way.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">When.</param>
    public void End(Ending ending, string reason, Successor? successor, int by, DateTime now)
    {
        if (reason.Trim().Length < 10)
        {
            throw new RuleException("Escriba el motivo: quedará a la vista de quien busque esta página.");
        }

        if (PublicReasonRefusal(reason) is { } refusal)
        {
            throw new RuleException(refusal);
        }

        if (!IsPublic || PublishedVersion == 0)
        {
            throw new RuleException("La ficha no está publicada: no hay nada que retirar.");
        }

        if (ending == Publications.Ending.Lapsed && Ending is not null)
        {
            throw new RuleException("Su página ya tiene ese aviso.");
        }

        if ((successor is null) == (ending == Publications.Ending.Replaced) || successor == new Successor(Kind, Id))
        {
            throw new RuleException("Indique qué publicación la reemplaza. Debe ser otra.");
        }

        Editorial.End(now);
        (IsPublic, Ending) = (ending == Publications.Ending.Lapsed, ending);
        Did(VerbOf(ending), by, reason.Trim());
    }

    /// <summary>Says that what is published is in use. Nothing changes here: what is served says it, and the deed signs that.</summary>
    public void StandBy(int by)
    {
        if (StandByRefusal is { } refusal)
        {
            throw new RuleException(refusal);
        }

        Did("stood-by", by);
    }

    /// <summary>Why nobody may say now that it is in use; null when it may be said.</summary>
    public string? StandByRefusal => (IsPublic && PublishedVersion > 0, Ending) switch
    {
        (false, _) => "La ficha no está publicada: no hay nada que confirmar.",
        (_, not null) => "Su página ya dice que no se usa. Si volvió a usarse, prepare una versión nueva.",
        _ => null,
    };

    private static string VerbOf(Ending ending) => ending switch
    {
        Publications.Ending.Lapsed => "lapsed",
        Publications.Ending.Replaced => "replaced",
        _ => "withdrawn",
    };
}
