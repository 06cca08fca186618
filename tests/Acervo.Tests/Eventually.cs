namespace Acervo.Tests;

/// <summary>What becomes true a moment later, such as a page after it was published: asked again until it does, never after a fixed pause.</summary>
public static class Eventually
{
    private const int Tries = 200;

    /// <summary>Visits until the answer is as expected; the last answer when it never is, for the test to say what it saw.</summary>
    public static async Task<Answer> EventuallyAsync(this Visitor visitor, string path, Func<Answer, bool> expected)
    {
        var answer = await visitor.VisitAsync(path);
        for (var at = 0; at < Tries && !expected(answer); at++)
        {
            await Task.Delay(100);
            answer = await visitor.VisitAsync(path);
        }

        return answer;
    }

    public static Task<Answer> EventuallyAsync(this Visitor visitor, string path, System.Net.HttpStatusCode status) =>
        visitor.EventuallyAsync(path, answer => answer.Status == status);
}
