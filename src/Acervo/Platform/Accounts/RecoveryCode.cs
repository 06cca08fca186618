namespace Acervo.Platform.Accounts;

/// <summary>The hash of a recovery code not yet used; using it deletes it.</summary>
public sealed record RecoveryCode(int PersonId, byte[] Hash);
