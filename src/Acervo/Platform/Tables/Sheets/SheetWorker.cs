using System.Text.Json;
using Acervo.Platform.Documents.Sandbox;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>
/// The child process that reads one table and ends, the hidden command <c>tabla-leer</c>: the file on standard input, one JSON message a line out.
/// </summary>
public static class SheetWorker
{
    public const string Command = "tabla-leer";

    public static async Task<int> RunAsync()
    {
        await using var input = Console.OpenStandardInput();
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        using var file = new MemoryStream();
        await input.CopyToAsync(file);
        try
        {
            foreach (var row in SheetParser.Read(file.ToArray(), note => Say(output, new SheetMessage { Note = note })))
            {
                Say(output, new SheetMessage { Row = row });
            }

            Say(output, new SheetMessage { IsEnd = true });
        }
        catch (TableException refusal)
        {
            Say(output, new SheetMessage { Refusal = refusal.Message });
        }

        return 0;
    }

    private static void Say(Stream output, SheetMessage message)
    {
        JsonSerializer.Serialize(output, message, WorkerMessage.Json);
        output.WriteByte((byte)'\n');
    }
}
