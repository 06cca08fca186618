using Acervo.Platform.Http;
using Acervo.Platform.Printing;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Printing;

/// <summary>The printer under bad luck and under a crowd, with a program of ours in the place of Chromium.</summary>
public sealed class PdfPrinterTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task What_failed_is_not_tried_again_at_once()
    {
        var (printer, calls) = Printer("exit 1");
        await Assert.ThrowsAsync<PrinterBusyException>(() => printer.PrintAsync("/", "cosa", "a", TestContext.Current.CancellationToken));
        var refused = await Assert.ThrowsAsync<PrinterBusyException>(() => printer.PrintAsync("/", "cosa", "a", TestContext.Current.CancellationToken));
        Assert.True(refused.RetryAfter > TimeSpan.Zero);
        Assert.Equal(1, calls());
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<PrinterBusyException>(() => printer.PrintAsync("/", "cosa", "a", TestContext.Current.CancellationToken));
        Assert.Equal(2, calls());
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_never_printed()
    {
        var (printer, calls) = Printer("exit 0");
        await Assert.ThrowsAsync<PrinterBusyException>(() => printer.PrintAsync("/no-existe", "nada", "a", TestContext.Current.CancellationToken));
        Assert.Equal(0, calls());
    }

    [Fact]
    public async Task A_crowd_for_one_page_waits_for_one_print_and_a_crowd_for_many_is_sent_away()
    {
        var (printer, calls) = Printer("sleep 1; for a in \"$@\"; do case $a in --print-to-pdf=*) echo listo >\"${a#*=}\";; esac; done");
        var crowd = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => printer.PrintAsync("/", "una", "a", TestContext.Current.CancellationToken)));
        Assert.Equal("listo\n", await File.ReadAllTextAsync(Assert.Single(crowd.Distinct()), TestContext.Current.CancellationToken));
        Assert.Equal(1, calls());

        var waiting = Enumerable.Range(0, PdfPrinter.Most).Select(i => printer.PrintAsync("/", $"otra-{i}", "a", TestContext.Current.CancellationToken))
            .ToList();
        await Assert.ThrowsAsync<PrinterBusyException>(() => printer.PrintAsync("/", "la-ultima", "a", TestContext.Current.CancellationToken));
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task A_newer_print_replaces_the_older_and_leaves_no_parts()
    {
        var (printer, _) = Printer("for a in \"$@\"; do case $a in --print-to-pdf=*) echo listo >\"${a#*=}\";; esac; done");
        var older = await printer.PrintAsync("/", "renovada", "a", TestContext.Current.CancellationToken);
        var newer = await printer.PrintAsync("/", "renovada", "b", TestContext.Current.CancellationToken);
        Assert.False(File.Exists(older));
        Assert.Equal([newer], Directory.GetFiles(app.Folder.PathOf("pdf"), "renovada.*"));
    }

    /// <summary>A printer whose program counts its calls and then does what the script says.</summary>
    private (PdfPrinter Printer, Func<int> Calls) Printer(string script)
    {
        var program = Path.Combine(app.Folder.Root, $"chromium-{Guid.NewGuid():N}");
        File.WriteAllText(program, $"#!/bin/sh\necho >>{program}.calls\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var printer = new PdfPrinter(app.Folder, new Chromium(program), app.Services.GetRequiredService<SiteUrl>(), app.Clock);
        return (printer, () => File.Exists($"{program}.calls") ? File.ReadAllLines($"{program}.calls").Length : 0);
    }
}
