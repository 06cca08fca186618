namespace Acervo.Platform.Http.Bodies;

/// <summary>What a page that takes files says when it is shown again because the file was not taken.</summary>
internal sealed record RefusedFile(string Sentence)
{
    public static string? In(HttpContext context) => (context.Items[typeof(RefusedFile)] as RefusedFile)?.Sentence;
}
