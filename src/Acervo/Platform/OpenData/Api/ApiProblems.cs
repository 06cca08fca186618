using Microsoft.AspNetCore.Http.HttpResults;

namespace Acervo.Platform.OpenData.Api;

/// <summary>How the API says no to a program: problem details (RFC 9457) with a Spanish sentence that says what to mend.</summary>
internal static class ApiProblems
{
    public static ProblemHttpResult Wrong(string sentence) =>
        TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest, title: "La solicitud tiene un error");

    public static ProblemHttpResult Missing(string sentence) =>
        TypedResults.Problem(sentence, statusCode: StatusCodes.Status404NotFound, title: "No encontrado");
}
