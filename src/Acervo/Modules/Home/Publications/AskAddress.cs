using Acervo.Platform.Editorial.Asking;
using Acervo.Platform.Publications;

namespace Acervo.Modules.Home.Publications;

/// <summary>Where a visitor writes to those who made a publication, and what for.</summary>
/// <param name="End">What follows the address of the publication.</param>
/// <param name="Purpose">What for.</param>
internal sealed record AskAddress(string End, InquiryPurpose Purpose)
{
    /// <summary>What follows once it was sent.</summary>
    public const string Sent = "/gracias";

    public static readonly IReadOnlyList<AskAddress> All = [new("/escribir", InquiryPurpose.Ask), new("/aplicar", InquiryPurpose.Apply)];

    public bool IsToApply => Purpose == InquiryPurpose.Apply;

    /// <summary>What the button that leads here says, which is the heading of the page too.</summary>
    public string Words(PublicationKind kind) => IsToApply ? $"Quiero aplicar{(kind.IsFeminine ? "la" : "lo")}" : "Escribir al equipo";
}
