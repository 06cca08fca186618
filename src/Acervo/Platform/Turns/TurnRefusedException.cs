namespace Acervo.Platform.Turns;

/// <summary>There is no place to work and none to wait: the person has too many under way, or everybody together has.</summary>
public sealed class TurnRefusedException(bool isTheirs) : Exception(isTheirs ? "This person has too many under way." : "Everything is taken.")
{
    /// <summary>Only this person has to wait: the rest of the site has room.</summary>
    public bool IsTheirs => isTheirs;
}
