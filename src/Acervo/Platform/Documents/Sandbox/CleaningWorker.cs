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

    /// <summary>The argument that asks to compare what the copy says with what it prints.</summary>
    public const string Compared = "--comparar";

    internal const byte Cleaned = 1;
    internal const byte Refused = 2;

    public static async Task<int> RunAsync(CleanableKind kind, bool compare)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        using var file = new MemoryStream();
        await input.CopyToAsync(file);
        var (verdict, answer) = await AnswerAsync(file.ToArray(), kind, compare);
        output.WriteByte(verdict);
        await output.WriteAsync(answer);
        return 0;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(CleanedDocument copy, CleanableKind kind, bool compare) => (kind, compare) switch
    {
        (CleanableKind.Docx, true) => await PrintedCopy.CompareAsync(copy.Bytes),
        (CleanableKind.Docx, false) => [PrintedCopy.NotCompared],
        _ => [],
    };

    private static async Task<(byte Verdict, byte[] Answer)> AnswerAsync(byte[] file, CleanableKind kind, bool compare)
    {
        try
        {
            var copy = DocumentCleaner.Clean(file, kind);
            var notes = JsonSerializer.SerializeToUtf8Bytes<string[]>([.. await DifferencesAsync(copy, kind, compare), .. copy.Removed], WorkerMessage.Json);
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
