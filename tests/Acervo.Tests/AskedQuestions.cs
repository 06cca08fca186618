using System.Collections.Concurrent;
using System.Diagnostics;

namespace Acervo.Tests;

/// <summary>
/// Hears what a visitor's requests ask of the database, whoever else asks meanwhile in this process: each request carries a trace, and so does all that
/// is asked for it. A batch is one question.
/// </summary>
internal sealed class AskedQuestions : IDisposable
{
    private readonly ConcurrentQueue<string> asked = [];
    private readonly ActivityTraceId trace = ActivityTraceId.CreateRandom();
    private readonly ActivityListener listener;

    /// <param name="visitor">Whose requests are heard from now on.</param>
    public AskedQuestions(Visitor visitor)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> begun) =>
                begun.TraceId == trace ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = done => Hear(done),
        };
        ActivitySource.AddActivityListener(listener);
        visitor.Http.DefaultRequestHeaders.Remove("traceparent");
        visitor.Http.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-00");
    }

    /// <summary>What was asked since the last time.</summary>
    public List<string> Take()
    {
        List<string> taken = [];
        while (asked.TryDequeue(out var question))
        {
            taken.Add(question);
        }

        return taken;
    }

    public void Dispose() => listener.Dispose();

    private void Hear(Activity done)
    {
        if (done.TraceId == trace && done.Source.Name == "Npgsql" && done.GetTagItem("db.query.text") is string question)
        {
            asked.Enqueue(question.ReplaceLineEndings(" "));
        }
    }
}
