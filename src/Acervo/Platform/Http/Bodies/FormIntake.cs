using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Turns;
using Acervo.Ui;

namespace Acervo.Platform.Http.Bodies;

/// <summary>
/// The one place where the body of a form is read: after rights, so that nobody fills memory or disk who may not act, and in turn. What is
/// refused is told on the page where it was sent from, when that page takes files, or on the page of errors.
/// </summary>
internal sealed class FormIntake(RequestDelegate next, UploadFolder folder, FormPlaces places, ILogger<FormIntake> log)
{
    private const string Broken = "El formulario llegó incompleto o trae demasiados campos. Vuelva a la página anterior, recárguela e inténtelo de nuevo.";
    private const string NoRoom = "El sitio no tiene dónde recibir el archivo en este momento. Ya quedó registrado; inténtelo más tarde.";
    private const string Theirs = "Ya está enviando varios archivos a la vez. Espere a que terminen y vuelva a enviar este.";
    private const string Everybody = "Se están recibiendo muchos envíos. Espere un minuto y vuelva a enviarlo; lo que ya guardó no se pierde.";

    /// <summary>Fifty megabytes over a poor line; a file that takes longer holds a place that others need.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public async Task InvokeAsync(HttpContext context, Me me)
    {
        var request = context.Request;
        var takes = TakesAttribute.Of(context.GetEndpoint());
        if (BodyBounds.IsSecondRun(context))
        {
            await next(context);
        }
        else if (BodyBounds.IsTooLong(context))
        {
            await RefuseAsync(context, new Refusal(StatusCodes.Status413PayloadTooLarge, TooLong(takes)));
        }
        else if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            await TakeAsync(context, takes, me.Id);
        }
        else
        {
            await next(context);
        }
    }

    private async Task TakeAsync(HttpContext context, TakesAttribute takes, int person)
    {
        await using var form = new SentForm(folder, takes);
        IDisposable? place = null;
        try
        {
            Refusal? refusal;
            (place, refusal) = await EnterAsync(context, takes, person);
            refusal ??= await ReadAsync(context, form, takes);
            await (refusal is null ? next(context) : RefuseAsync(context, refusal));
        }
        finally
        {
            place?.Dispose();
        }
    }

    private async Task<(IDisposable? Place, Refusal? Refusal)> EnterAsync(HttpContext context, TakesAttribute takes, int person)
    {
        try
        {
            return (await places.EnterAsync(context.Request, takes, person, context.RequestAborted), null);
        }
        catch (TurnRefusedException full)
        {
            return (null, full.IsTheirs ? new Refusal(StatusCodes.Status429TooManyRequests, Theirs, 10)
                : new Refusal(StatusCodes.Status503ServiceUnavailable, Everybody, 30));
        }
    }

    /// <summary>Null when all of it arrived.</summary>
    private async Task<Refusal?> ReadAsync(HttpContext context, SentForm form, TakesAttribute takes)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        end.CancelAfter(Longest);
        try
        {
            await form.ReadAsync(context.Request, end.Token);
            return null;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? new Refusal(bad.StatusCode, TooLong(takes)) : new Refusal(bad.StatusCode, Broken);
        }
        catch (Exception broken) when (broken is InvalidDataException or FormatException or IOException)
        {
            return new Refusal(StatusCodes.Status400BadRequest, Broken);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return new Refusal(StatusCodes.Status408RequestTimeout, "El envío tardó demasiado. Inténtelo con una conexión mejor o con un archivo más liviano.");
        }
        catch (FullDiskException full)
        {
            log.LogError(full, "A file that arrives cannot be written.");
            return new Refusal(StatusCodes.Status503ServiceUnavailable, NoRoom, 300);
        }
    }

    private async Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        var takes = TakesAttribute.Of(context.GetEndpoint());
        UnreadBody.Put(context, lingers: takes.File > 0);
        context.Response.StatusCode = refusal.Status;
        if (refusal.RetryAfter > 0)
        {
            context.Response.Headers.RetryAfter = refusal.RetryAfter.ToString(CultureInfo.InvariantCulture);
        }

        if (takes.File == 0)
        {
            context.Items[typeof(RefusalResult)] = refusal.Sentence;
            return;
        }

        // The page of the form shows itself again, with the sentence beside its file.
        context.Items[typeof(RefusedFile)] = new RefusedFile(refusal.Sentence);
        context.Request.Method = HttpMethods.Get;
        await next(context);
    }

    private static string TooLong(TakesAttribute takes) => takes.File > 0
        ? $"El archivo pesa más de {takes.File / 1024 / 1024} MB. Divídalo o quite imágenes."
        : $"Lo que envió pesa más de {Spanish.Bytes(takes.Bytes)}, que es lo que recibe esta página. Vuelva atrás: lo escrito suele seguir en el formulario. "
            + "Acorte los textos y envíe de nuevo.";

    /// <summary>Why a form was not taken.</summary>
    private sealed record Refusal(int Status, string Sentence, int RetryAfter = 0);
}
