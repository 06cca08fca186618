namespace Acervo.Platform.Turns;

/// <summary>How many may do a heavy thing at once, how many of one person, how many may wait for it, and how long.</summary>
public sealed record TurnRules(int Places, int Each, int WaitingEach, int WaitingInAll, TimeSpan Patience);
