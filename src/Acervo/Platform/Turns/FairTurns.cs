namespace Acervo.Platform.Turns;

/// <summary>
/// Places for heavy work: few in all and fewer of one person. Whoever waits is called by who has least under way, so that nobody fills the
/// line for the others.
/// </summary>
public sealed class FairTurns(TurnRules rules, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, int> working = [];
    private readonly LinkedList<Waiter> waiting = [];
    private int taken;

    /// <summary>A place, held until it is disposed of.</summary>
    /// <exception cref="TurnRefusedException">There is none, and no room to wait or no end of the wait.</exception>
    public async Task<IDisposable> EnterAsync(int person, CancellationToken cancel)
    {
        var waiter = new Waiter(person);
        lock (gate)
        {
            if (taken < rules.Places && WorkingOf(person) < rules.Each)
            {
                Take(person);
                return new Turn(this, person);
            }

            if (waiting.Count(other => other.Person == person) >= rules.WaitingEach)
            {
                throw new TurnRefusedException(isTheirs: true);
            }

            if (waiting.Count >= rules.WaitingInAll)
            {
                throw new TurnRefusedException(isTheirs: false);
            }

            waiting.AddLast(waiter);
        }

        return await WaitAsync(waiter, cancel);
    }

    private async Task<IDisposable> WaitAsync(Waiter waiter, CancellationToken cancel)
    {
        try
        {
            await waiter.Called.Task.WaitAsync(rules.Patience, clock, cancel);
            return new Turn(this, waiter.Person);
        }
        catch (Exception tired) when (tired is TimeoutException or OperationCanceledException)
        {
            GiveUp(waiter);
            throw tired is TimeoutException ? new TurnRefusedException(isTheirs: WorkingOfNow(waiter.Person) >= rules.Each) : tired;
        }
    }

    /// <summary>Whoever was called in the very moment of leaving lets the next one in.</summary>
    private void GiveUp(Waiter waiter)
    {
        bool called;
        lock (gate)
        {
            called = !waiting.Remove(waiter);
        }

        if (called)
        {
            Leave(waiter.Person);
        }
    }

    private void Leave(int person)
    {
        lock (gate)
        {
            taken--;
            if (--working[person] == 0)
            {
                working.Remove(person);
            }

            while (taken < rules.Places && Next() is { } next)
            {
                waiting.Remove(next);
                Take(next.Person);
                next.Called.SetResult();
            }
        }
    }

    /// <summary>Of those who may, the one with least under way; among equals, whoever came first.</summary>
    private Waiter? Next() => waiting.Where(waiter => WorkingOf(waiter.Person) < rules.Each).MinBy(waiter => WorkingOf(waiter.Person));

    private void Take(int person)
    {
        taken++;
        working[person] = WorkingOf(person) + 1;
    }

    private int WorkingOf(int person) => working.GetValueOrDefault(person);

    private int WorkingOfNow(int person)
    {
        lock (gate)
        {
            return WorkingOf(person);
        }
    }

    /// <summary>Somebody in the line.</summary>
    private sealed class Waiter(int person)
    {
        public int Person => person;

        public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>A place that is held; giving it back twice gives it back once.</summary>
    private sealed class Turn(FairTurns turns, int person) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                turns.Leave(person);
            }
        }
    }
}
