using Acervo.Platform.Turns;

namespace Acervo.Tests.Platform.Turns;

/// <summary>Few at once, fewer of one person, and nobody fills the line for the others.</summary>
public sealed class FairTurnsTests
{
    private const int Greedy = 1;
    private const int Patient = 2;

    private readonly FairTurns turns = new(new TurnRules(Places: 3, Each: 2, WaitingEach: 2, WaitingInAll: 3, TimeSpan.FromMinutes(1)), TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_person_never_holds_every_place()
    {
        await turns.EnterAsync(Greedy, Cancel);
        await turns.EnterAsync(Greedy, Cancel);

        Assert.False(turns.EnterAsync(Greedy, Cancel).IsCompleted);
        Assert.True(turns.EnterAsync(Patient, Cancel).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Who_has_least_under_way_is_called_first()
    {
        var (first, _) = (await turns.EnterAsync(Greedy, Cancel), await turns.EnterAsync(3, Cancel));
        await turns.EnterAsync(Greedy, Cancel);
        var more = turns.EnterAsync(Greedy, Cancel);
        var late = turns.EnterAsync(Patient, Cancel);

        first.Dispose();
        first.Dispose();

        (await late).Dispose();
        await more;
    }

    [Fact]
    public async Task A_line_has_an_end_for_one_and_for_all()
    {
        await turns.EnterAsync(Greedy, Cancel);
        await turns.EnterAsync(Greedy, Cancel);
        _ = turns.EnterAsync(Greedy, Cancel);
        _ = turns.EnterAsync(Greedy, Cancel);
        Assert.True((await Assert.ThrowsAsync<TurnRefusedException>(() => turns.EnterAsync(Greedy, Cancel))).IsTheirs);

        await turns.EnterAsync(Patient, Cancel);
        _ = turns.EnterAsync(Patient, Cancel);
        Assert.False((await Assert.ThrowsAsync<TurnRefusedException>(() => turns.EnterAsync(3, Cancel))).IsTheirs);
    }

    [Fact]
    public async Task Whoever_leaves_the_line_leaves_room_in_it()
    {
        var (one, two) = (await turns.EnterAsync(Greedy, Cancel), await turns.EnterAsync(Greedy, Cancel));
        using var tired = new CancellationTokenSource();
        var left = turns.EnterAsync(Greedy, tired.Token);
        await tired.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        one.Dispose();
        two.Dispose();
        Assert.True(turns.EnterAsync(Greedy, Cancel).IsCompletedSuccessfully);
        Assert.True(turns.EnterAsync(Greedy, Cancel).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_wait_has_an_end()
    {
        var brief = new FairTurns(new TurnRules(1, 1, 5, 5, TimeSpan.FromMilliseconds(20)), TimeProvider.System);
        using var held = await brief.EnterAsync(Greedy, Cancel);
        Assert.False((await Assert.ThrowsAsync<TurnRefusedException>(() => brief.EnterAsync(Patient, Cancel))).IsTheirs);
        Assert.True((await Assert.ThrowsAsync<TurnRefusedException>(() => brief.EnterAsync(Greedy, Cancel))).IsTheirs);
    }
}
