namespace Acervo.Platform.Usage;

/// <summary>
/// What an answer is a reading of. Whoever makes the answer puts it there; the page cache keeps both together, so that what is sent from memory
/// is counted like what is made.
/// </summary>
/// <param name="Kind">The kind of publication.</param>
/// <param name="Item">Which one.</param>
/// <param name="Version">In which version.</param>
/// <param name="Channel">What of it this is.</param>
public sealed record UsageMark(string Kind, int Item, int Version, string Channel)
{
    public bool IsPage => Channel == UsageChannels.Page;

    public static UsageMark? Of(HttpContext context) => context.Items[typeof(UsageMark)] as UsageMark;

    public void Put(HttpContext context) => context.Items[typeof(UsageMark)] = this;

    /// <summary>
    /// Whether an answer of this status was read. Browsers ask each time for a page that they have, and show it when it is the same; who asks so for
    /// a file or for data has it, and mostly is a program that looks for news.
    /// </summary>
    public bool IsReadBy(int status) => status == StatusCodes.Status200OK || (IsPage && status == StatusCodes.Status304NotModified);
}
