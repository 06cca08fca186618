namespace Acervo.Platform.Http.Bodies;

/// <summary>A file that arrives cannot be written; the fault is ours and not the sender's.</summary>
public sealed class FullDiskException(Exception cause) : Exception("A file that arrives cannot be written.", cause);
