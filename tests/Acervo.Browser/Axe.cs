using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>
/// The rules of axe-core over the page that is open. They run in the page itself: ours hold no frames of others, and the library's own way opens
/// a second page each time and lists all that is right, which takes four times as long.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(
            ({ id, help, nodes }) => `${id}: ${help} at ${nodes.slice(0, 3).map((node) => node.html).join(', ')}`)
        """;

    private static readonly string Rules = new BundledAxeScriptProvider().GetScript();

    /// <summary>What breaks a rule, a line each; empty when nothing does.</summary>
    public static async Task<string[]> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Rules);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
