namespace Acervo.Platform.Http.Bodies;

/// <summary>A file as it arrived: on disk, read as a stream, its SHA-256 taken on the way.</summary>
public sealed class SentFile(Stream bytes, string name, string fileName, string sha256) : FormFile(bytes, 0, bytes.Length, name, fileName)
{
    public string Sha256 => sha256;
}
