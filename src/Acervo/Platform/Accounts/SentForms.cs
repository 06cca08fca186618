using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>
/// Knows which forms were sent, on every node: the first request with the key of a form makes what it asks for, the others wait for it and are led to the
/// same place. A form that came back with errors may be sent again.
/// </summary>
internal sealed class SentForms(AppDb db, Me me, TimeProvider clock) : IAsyncPageFilter
{
    private const int LongestKey = 64;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Wall time, in looks: what a person waits whatever the clock of the office says.</summary>
    private const int Looks = 100;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var key = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? request.Form[FormTag.KeyName].ToString() : "";
        if (key.Length is 0 or > LongestKey)
        {
            await next();
            return;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{me.Id} {request.Path} {key}")));
        for (var looks = 0; looks < Looks; looks++)
        {
            if (await TakeAsync(hash))
            {
                await MakeAsync(hash, next);
                return;
            }

            if (await MadeAsync(hash) is { Length: > 0 } made)
            {
                context.Result = new RedirectResult(made);
                return;
            }

            await Task.Delay(Look, request.HttpContext.RequestAborted);
        }

        throw new RuleException("Este formulario ya se envió y todavía se está guardando. Espere un momento y vuelva a abrir la página antes de "
            + "enviarlo otra vez.");
    }

    /// <summary>Deletes the keys of forms that nobody has open any more.</summary>
    public static Task SweepAsync(AppDb db, DateTime before, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM app.sent_forms WHERE sent_at < {before}", cancel);

    /// <summary>What was made stays made when the person goes away meanwhile: nothing here is cancelled with the request.</summary>
    private async Task MakeAsync(byte[] hash, PageHandlerExecutionDelegate next)
    {
        string? made = null;
        try
        {
            var executed = await next();
            made = executed.Exception is null || executed.ExceptionHandled ? (executed.Result as RedirectResult)?.Url : null;
        }
        finally
        {
            await (made is null
                ? db.Database.ExecuteSqlAsync($"DELETE FROM app.sent_forms WHERE key_hash = {hash}", CancellationToken.None)
                : db.Database.ExecuteSqlAsync($"UPDATE app.sent_forms SET location = {made} WHERE key_hash = {hash}", CancellationToken.None));
        }
    }

    private async Task<bool> TakeAsync(byte[] hash) => await db.Database.ExecuteSqlAsync(
        $"INSERT INTO app.sent_forms (key_hash, sent_at) VALUES ({hash}, {clock.GetUtcNow().UtcDateTime}) ON CONFLICT DO NOTHING", CancellationToken.None) == 1;

    private async Task<string?> MadeAsync(byte[] hash) => (await db.Database.SqlQuery<string?>(
        $"SELECT location AS \"Value\" FROM app.sent_forms WHERE key_hash = {hash}").ToListAsync(CancellationToken.None)).FirstOrDefault();
}
