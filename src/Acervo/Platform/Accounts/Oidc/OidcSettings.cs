namespace Acervo.Platform.Accounts.Oidc;

/// <summary>Configuration section <c>Accounts:Oidc</c>: the organisation's identity provider. Without an authority there is none.</summary>
public sealed class OidcSettings
{
    /// <summary>What the button says after «Entrar con».</summary>
    public string Name { get; set; } = "la cuenta de su entidad";

    /// <summary>The issuer; its discovery document stands under <c>/.well-known/openid-configuration</c>.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public string Scopes { get; set; } = "openid email profile";

    /// <summary>Whether people nobody invited may come in, as authors without more.</summary>
    public bool AllowNew { get; set; }

    /// <summary>The claim that names the person's unit, if there is one.</summary>
    public string? UnitClaim { get; set; }

    /// <summary>From the claim's value to the code or name of a unit in the catalogues.</summary>
    public Dictionary<string, string> Units { get; } = [];

    public bool IsOn => Authority.Length > 0;
}
