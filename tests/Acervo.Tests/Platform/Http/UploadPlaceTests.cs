using System.Net;
using System.Text;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Platform.Http;

/// <summary>Files that arrive: few of one person at a time, on disk without a name, and nobody in the way of the others.</summary>
public sealed class UploadPlaceTests(AppHost app) : IClassFixture<AppHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => app.Folder.PathOf("subidas");

    [Fact]
    public async Task Whoever_sends_many_files_at_once_waits_or_is_told_and_others_go_on()
    {
        var slow = new TaskCompletionSource();
        using var greedy = await SignInAsync();
        var token = await TokenAsync(greedy);
        var held = Enumerable.Range(0, 6).Select(_ => SendAsync(greedy, token, slow.Task)).ToList();
        await greedy.EventuallyAsync("/salud", _ => HeldBodies() >= 2);

        // Two arrive and four wait; of as many again, some find no room.
        var more = Enumerable.Range(0, 8).Select(_ => SendAsync(greedy, token, Task.CompletedTask)).ToList();
        var refused = await FirstRefusedAsync(more);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Contains("varios archivos a la vez", refused.Text(".field-error"), StringComparison.Ordinal);
        // Each has a name for as long as it takes to lose it.
        await greedy.EventuallyAsync("/salud", _ => !Directory.EnumerateFiles(Folder).Any());
        Assert.Empty(Directory.EnumerateFiles(Folder));

        using var other = await SignInAsync();
        var theirs = await SendAsync(other, await TokenAsync(other), Task.CompletedTask);
        Assert.True(theirs.Status is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{theirs.Status}");

        slow.SetResult();
        Assert.All(await Task.WhenAll([.. held, .. more]), answer => Assert.True((int)answer.Status < 500, $"{answer.Status}"));
    }

    [Fact]
    public async Task What_a_crash_left_half_received_is_swept_at_the_next_start()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "quedo"), "a medias", Cancel);

        await using var next = await app.JoinAsync();

        Assert.Empty(Directory.EnumerateFiles(Folder));
    }

    /// <summary>How many bodies this process is receiving into files that have no name any more.</summary>
    private int HeldBodies() => new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos()
        .Count(handle => handle.LinkTarget is { } to && to.StartsWith(Folder, StringComparison.Ordinal));

    private static async Task<Answer> FirstRefusedAsync(List<Task<Answer>> sent)
    {
        for (var left = sent.ToList(); left.Count > 0;)
        {
            var ended = await Task.WhenAny(left);
            left.Remove(ended);
            if ((await ended).Status == HttpStatusCode.TooManyRequests)
            {
                return await ended;
            }
        }

        throw new InvalidOperationException("Nobody was refused.");
    }

    private static async Task<string> TokenAsync(Visitor visitor) =>
        (await visitor.VisitAsync("/fichas/nueva")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>A text that is no ficha, whose second half comes when the caller says.</summary>
    private static async Task<Answer> SendAsync(Visitor visitor, string token, Task goOn)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" },
            { new SlowContent(goOn), "file", "receta.txt" } };
        var response = await visitor.Http.PostAsync("/fichas/nueva", form, Cancel);
        return new Answer(response, await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<Visitor> SignInAsync() =>
        await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor)));

    /// <summary>A body that stops in the middle.</summary>
    private sealed class SlowContent(Task goOn) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("Receta de ajiaco. "));
            await stream.FlushAsync();
            await goOn;
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"Papa criolla y guascas. {Guid.NewGuid()}"));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
