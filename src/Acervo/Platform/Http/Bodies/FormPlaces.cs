using Acervo.Platform.Turns;

namespace Acervo.Platform.Http.Bodies;

/// <summary>How many long forms and how many files arrive and are worked on at the same time, in all and of one person. A small form needs no place.</summary>
public sealed class FormPlaces(TimeProvider clock)
{
    /// <summary>A file is on disk while it arrives, but each costs a reader or a cleaner afterwards.</summary>
    private readonly FairTurns files = new(new TurnRules(Places: 6, Each: 2, WaitingEach: 4, WaitingInAll: 40, TimeSpan.FromSeconds(30)), clock);

    private readonly FairTurns forms = new(new TurnRules(Places: 16, Each: 4, WaitingEach: 8, WaitingInAll: 64, TimeSpan.FromSeconds(10)), clock);

    /// <summary>A place for this form, or null where it needs none.</summary>
    /// <exception cref="TurnRefusedException">The person sends too many, or everybody together does.</exception>
    internal async Task<IDisposable?> EnterAsync(HttpRequest request, TakesAttribute takes, int person, CancellationToken cancel) => request switch
    {
        _ when takes.File > 0 => await files.EnterAsync(person, cancel),
        { ContentLength: <= TakesAttribute.OpenForm } => null,
        _ when takes.Bytes <= TakesAttribute.OpenForm => null,
        _ => await forms.EnterAsync(person, cancel),
    };
}
