using Npgsql;

namespace Acervo.Platform.Health;

/// <summary>What a load balancer asks: is the process alive, and may it be sent people. No details: those are for the administrators.</summary>
internal static class HealthApi
{
    private const string Yes = "ok\n";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/salud", () => TypedResults.Text(Yes)).AllowAnonymous();
        routes.MapGet("/salud/listo", ReadyAsync).AllowAnonymous();
    }

    /// <summary>Ready when the database answers both roles and has the schema of this program.</summary>
    private static async Task<IResult> ReadyAsync(Readiness readiness, HttpContext http, ILogger<Readiness> log)
    {
        try
        {
            await readiness.CheckAsync(http.RequestAborted);
            return TypedResults.Text(Yes);
        }
        catch (Exception down) when (down is NpgsqlException or RuleException or TimeoutException or IOException)
        {
            log.LogWarning("Not ready: {Reason}", down.Message);
            return TypedResults.Text("no\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
