using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Platform.Http;

/// <summary>Turns a refusal of the house into an answer: a page with the sentence for people, problem details for programs.</summary>
internal static class Refusals
{
    public const string Changed = "Alguien cambió este registro desde que usted lo abrió. Vuelva a abrirlo y repita la acción.";

    public static int? StatusOf(Exception exception) => exception switch
    {
        NotFoundException => StatusCodes.Status404NotFound,
        RuleException or DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsUnwritable(exception) => StatusCodes.Status400BadRequest,
        _ => null,
    };

    public static string SentenceOf(Exception exception) => exception switch
    {
        RuleException rule => rule.Message,
        DbUpdateException => Changed,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => "El envío es más grande de lo que recibe esta dirección.",
        BadHttpRequestException => "La solicitud llegó mal formada.",
        _ when IsUnwritable(exception) => "El texto trae caracteres que no se pueden guardar. Escríbalo de nuevo en lugar de pegarlo.",
        _ => "No encontramos lo que busca.",
    };

    /// <summary>Text that PostgreSQL cannot hold and that came by another road than a form, such as out of a document.</summary>
    private static bool IsUnwritable(Exception exception) =>
        (exception as PostgresException
        ?? exception.InnerException as PostgresException) is
        {
            SqlState: PostgresErrorCodes.CharacterNotInRepertoire
        or PostgresErrorCodes.UntranslatableCharacter
        };
}

/// <summary>Refusals raised by a page: the same address answers with the status and the sentence.</summary>
internal sealed class PageRefusals : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (Refusals.StatusOf(context.Exception) is not { } status)
        {
            return;
        }

        context.ExceptionHandled = true;
        context.Result = status == StatusCodes.Status404NotFound
            ? new NotFoundResult()
            : new RefusalResult(status, Refusals.SentenceOf(context.Exception));
    }
}

/// <summary>Refusals raised by an API function or a download.</summary>
internal sealed class ApiRefusals : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (Refusals.StatusOf(exception) is not null)
        {
            return TypedResults.Problem(Refusals.SentenceOf(exception), statusCode: Refusals.StatusOf(exception));
        }
    }
}

/// <summary>A refusal on its way to the page that shows it.</summary>
internal sealed class RefusalResult(int status, string sentence) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Items[typeof(RefusalResult)] = sentence;
        context.HttpContext.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
