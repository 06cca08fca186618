namespace Acervo.Platform.Accounts;

/// <summary>A link with which a person who forgot the password chooses another; using it deletes it.</summary>
public sealed record PasswordReset(byte[] TokenHash, int PersonId, DateTime ExpiresAt);
