namespace Acervo.Platform.Accounts;

/// <summary>Configuration section <c>Accounts</c>.</summary>
public sealed class AccountsSettings
{
    /// <summary>Hours without a visit after which a session ends.</summary>
    public int SessionHours { get; set; } = 10;

    /// <summary>Days after which a session ends however busy it is.</summary>
    public int SessionDays { get; set; } = 7;

    /// <summary>Whether reviewers and administrators must have a second factor; without a value, in production only.</summary>
    public bool? RequireSecondFactor { get; set; }

    /// <summary>
    /// Failed tries in <see cref="TryMinutes"/> after which an account refuses those whom it does not know, right password or not; and a browser
    /// in which its owner entered before refuses the same number of its own.
    /// </summary>
    public int TriesPerAccount { get; set; } = 10;

    /// <summary>The same for a network address, at each door; a whole office may stand behind one address.</summary>
    public int TriesPerAddress { get; set; } = 100;

    public int TryMinutes { get; set; } = 15;

    /// <summary>Days for which a browser is known after somebody entered in it; its tries are counted apart. Browsers keep cookies 400 days at most.</summary>
    public int DeviceDays { get; set; } = 400;

    public int InvitationDays { get; set; } = 7;

    public int ResetMinutes { get; set; } = 60;

    /// <summary>PKCS#12 file with the certificate that encrypts the key ring; without it, a key in the data folder does.</summary>
    public string? KeyRingCertificate { get; set; }

    public string? KeyRingCertificatePassword { get; set; }
}
