using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Acervo.Platform.Documents.Cleaning;

namespace Acervo.Platform.Documents.Sandbox;

/// <summary>
/// The child process that cleans one file and ends, the hidden command <c>documento-limpiar</c> and the kind of file: the file on standard
/// input; on standard output one byte that says whether it was cleaned, and then the sentence that refuses it, or four bytes of length,
/// what was taken out as JSON, and the copy.
/// </summary>
public static class CleaningWorker
{
    public const string Command = "documento-limpiar";

    internal const byte Cleaned = 1;
    internal const byte Refused = 2;

    public static async Task<int> RunAsync(CleanableKind kind)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        using var file = new MemoryStream();
        await input.CopyToAsync(file);
        var (verdict, answer) = Answer(file.ToArray(), kind);
        output.WriteByte(verdict);
        await output.WriteAsync(answer);
        return 0;
    }

    private static (byte Verdict, byte[] Answer) Answer(byte[] file, CleanableKind kind)
    {
        try
        {
            var copy = DocumentCleaner.Clean(file, kind);
            var notes = JsonSerializer.SerializeToUtf8Bytes(copy.Removed, WorkerMessage.Json);
            var head = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(head, notes.Length);
            return (Cleaned, [.. head, .. notes, .. copy.Bytes]);
        }
        catch (CleaningException refusal)
        {
            return (Refused, Encoding.UTF8.GetBytes(refusal.Message));
        }
    }
}
