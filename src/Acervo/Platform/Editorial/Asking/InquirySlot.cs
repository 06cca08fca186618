using System.Net;

namespace Acervo.Platform.Editorial.Asking;

/// <summary>
/// The slot in the wall between what anybody may open and the working store: what a visitor writes goes in through it and nothing comes out but
/// whether it was taken. The page in front of it has no door to that store, and opening the page asks nothing of it.
/// </summary>
public sealed class InquirySlot(IServiceScopeFactory scopes)
{
    /// <exception cref="RuleException">There were too many for now, or what it is about was withdrawn meanwhile.</exception>
    public async Task PutAsync(NewInquiry said, IPAddress? from, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InquiryDesk>().TakeAsync(said, from, cancel);
    }
}
