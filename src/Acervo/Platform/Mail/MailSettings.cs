namespace Acervo.Platform.Mail;

/// <summary>Configuration section <c>Mail</c>. Without a host, letters are kept and shown to the administrators, and nothing is sent.</summary>
public sealed class MailSettings
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>A file with an OAuth access token instead of a password, for servers that take no passwords; whoever renews it writes it anew.</summary>
    public string? TokenFile { get; set; }

    /// <summary>The sender, such as <c>Acervo &lt;acervo@example.gov.co&gt;</c>.</summary>
    public string From { get; set; } = "Acervo <acervo@localhost>";

    public MailTls Tls { get; set; } = MailTls.StartTls;

    /// <summary>A PEM file with the authorities to believe instead of the machine's own, for a server whose certificate the entity signs itself.</summary>
    public string? Authorities { get; set; }

    /// <summary>Seconds to wait for each answer of the server.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public bool HasServer => !string.IsNullOrWhiteSpace(Host);
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailTls
{
    /// <summary>Not at all: only for a server on the same machine or network.</summary>
    None,

    /// <summary>The connection is turned into a protected one before anything is said (port 587).</summary>
    StartTls,

    /// <summary>The connection is protected from its first byte (port 465).</summary>
    Implicit,
}
