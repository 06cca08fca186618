using Microsoft.AspNetCore.Html;

namespace Acervo.Ui.Parts;

/// <summary>One answered question as a reviewer reads it, with the talk about it beside it.</summary>
public sealed record Answer(string Id, string Label, IHtmlContent? Text)
{
    public RemarkThread? Remarks { get; init; }

    /// <summary>Where a new remark on this answer is posted; null when the reader may not remark.</summary>
    public string? RemarkHref { get; init; }

    /// <summary>The answer may never leave the working store (Ley 1581 de 2012).</summary>
    public bool Private { get; init; }
}
