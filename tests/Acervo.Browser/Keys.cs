using Microsoft.Playwright;

namespace Acervo.Browser;

/// <summary>A person without a mouse: Tab, Enter, the space bar and letters, and a focus that must always be seen.</summary>
internal sealed class Keys(IPage page)
{
    private const int Patience = 150;

    /// <summary>Name of what has the focus, as a screen reader would start to say it, and whether one sees that it has it.</summary>
    private const string Focused = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) { return ['', true, '']; }
          const label = at.getAttribute('aria-label') ?? [...(at.labels ?? [])].map((one) => one.textContent).join(' ');
          const look = getComputedStyle(at);
          const seen = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== 'none' || at.tagName === 'MAIN'
            || (at.parentElement && getComputedStyle(at.parentElement).outlineStyle !== 'none');
          return [(label || at.textContent || at.value || '').replace(/\s+/g, ' ').trim(), seen, at.name ?? ''];
        }
        """;

    /// <summary>Whether Enter leads to another page from what has the focus.</summary>
    private const string Leads = """
        () => {
          const at = document.activeElement;
          return (at.tagName === 'A' && !(at.getAttribute('href') ?? '#').startsWith('#')) || at.type === 'submit' || (at.tagName === 'INPUT' && at.form !== null);
        }
        """;

    /// <summary>Moves on with Tab until something that says this has the focus.</summary>
    public async Task ReachAsync(string name)
    {
        for (var step = 0; step < Patience; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (text, seen) = await FocusAsync();
            Assert.True(seen, $"The focus is on «{text}» at {page.Url} and cannot be seen.");
            if (text.Contains(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"«{name}» cannot be reached with the keyboard at {page.Url}.");
    }

    /// <summary>Follows a link or presses a button, and waits for what comes.</summary>
    public async Task TakeAsync(string name)
    {
        await ReachAsync(name);
        await EnterAsync();
    }

    public async Task EnterAsync()
    {
        var arrived = new TaskCompletionSource();
        void Note(object? sender, IFrame frame) => arrived.TrySetResult();
        // The key answers before the journey begins, and until it ends the old page is as idle as can be.
        var patience = TimeSpan.FromMilliseconds(await page.EvaluateAsync<bool>(Leads) ? 8000 : 300);
        page.FrameNavigated += Note;
        await page.Keyboard.PressAsync("Enter");
        await Task.WhenAny(arrived.Task, Task.Delay(patience));
        page.FrameNavigated -= Note;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public async Task TypeAsync(string label, string text)
    {
        await ReachAsync(label);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Writes the same into every field of which the label begins like this, in their order.</summary>
    public async Task TypeAllAsync(string label, int count, string text)
    {
        for (var at = 0; at < count; at++)
        {
            await TypeAsync(label, text);
        }
    }

    private async Task<(string Text, bool Seen)> FocusAsync()
    {
        try
        {
            var at = await page.EvaluateAsync<object[]>(Focused);
            return (at[0].ToString()!, at[1] is true);
        }
        catch (PlaywrightException left) when (left.Message.Contains("navigation", StringComparison.Ordinal))
        {
            // The page was just being left: the search goes on from the start of the next one.
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            return ("", true);
        }
    }
}
