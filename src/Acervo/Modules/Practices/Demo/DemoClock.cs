namespace Acervo.Modules.Practices.Demo;

/// <summary>The clock of the demonstration: real, except while the acts of a believable past are played at their own hour.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTime? moment;

    public override DateTimeOffset GetUtcNow() => moment ?? System.GetUtcNow();

    public void Set(DateTime utc) => moment = utc;

    public void Release() => moment = null;
}
