using Microsoft.AspNetCore.Authorization;

namespace Acervo.Platform.Http.Bodies;

/// <summary>
/// How much an address may be sent, body and all. An address that says nothing takes an ordinary form, and a small one where anybody may ask.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TakesAttribute(long bytes) : Attribute
{
    /// <summary>A form of somebody who is signed in: more than anybody types on one page.</summary>
    public const long Form = 1024 * 1024;

    /// <summary>A form of anybody: an address, a passphrase, a code.</summary>
    public const long OpenForm = 16 * 1024;

    /// <summary>What surrounds a file: the other fields and the lines between them.</summary>
    public const long Around = 1024 * 1024;

    private static readonly TakesAttribute OfForm = new(Form);

    private static readonly TakesAttribute OfOpenForm = new(OpenForm);

    public long Bytes => bytes;

    /// <summary>The largest file it takes, which goes to disk while it arrives; zero where files are not taken.</summary>
    public long File { get; init; }

    public static TakesAttribute Of(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<TakesAttribute>()
        ?? (endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? OfOpenForm : OfForm);
}
