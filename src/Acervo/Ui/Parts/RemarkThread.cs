namespace Acervo.Ui.Parts;

/// <summary>What reviewer and author said about one answer; it stands beside that answer until it is settled.</summary>
public sealed record RemarkThread(string Id, IReadOnlyList<Remark> Remarks, bool Settled = false)
{
    /// <summary>Where a reply is posted; null when the reader may only read.</summary>
    public string? ReplyHref { get; init; }

    /// <summary>Where «Dar por resuelta» is posted; null when the reader may not settle it.</summary>
    public string? SettleHref { get; init; }

    /// <summary>The thread stands inside another form, as it does beside a field.</summary>
    public bool InForm { get; init; }
}

/// <summary>One remark or reply.</summary>
public sealed record Remark(string By, string Role, DateTime At, string Text);
