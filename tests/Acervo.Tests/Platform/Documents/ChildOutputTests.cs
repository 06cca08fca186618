using System.Text;
using Acervo.Platform.Documents.Sandbox;

namespace Acervo.Tests.Platform.Documents;

/// <summary>A child process that says more than it may is cut off, and never believed.</summary>
public sealed class ChildOutputTests
{
    [Fact]
    public async Task More_than_is_allowed_is_a_fault_and_what_is_allowed_anew_comes()
    {
        using var said = new ChildOutput(new MemoryStream(new byte[300]), 100);
        var buffer = new byte[100];
        Assert.Equal(100, await said.ReadAsync(buffer, TestContext.Current.CancellationToken));
        said.Allow(100);
        Assert.Equal(100, await said.ReadAsync(buffer, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<IOException>(() => said.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken).AsTask());
        using var line = new StreamReader(new ChildOutput(new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 200_000))), 100_000));
        await Assert.ThrowsAsync<IOException>(() => line.ReadLineAsync(TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task Words_on_the_side_are_read_to_their_end_and_kept_to_some_thousands()
    {
        using var errors = new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(new string('e', 1_000_000))));
        Assert.Equal(64 * 1024, (await ChildOutput.WordsAsync(errors, TestContext.Current.CancellationToken)).Length);
        Assert.Equal("", await errors.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
