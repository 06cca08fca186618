namespace Acervo.Ui;

/// <summary>The menus of the public site, made once at start-up from what the modules describe.</summary>
public sealed record Navigation
{
    /// <summary>The main menu under the header.</summary>
    public IReadOnlyList<MenuItem> Main { get; init; } = [];

    /// <summary>The few links beside the entity's name: transparency, help, sign-in.</summary>
    public IReadOnlyList<MenuItem> Aside { get; init; } = [];

    /// <summary>The footer's links, in columns by group.</summary>
    public IReadOnlyList<MenuItem> Footer { get; init; } = [];
}
