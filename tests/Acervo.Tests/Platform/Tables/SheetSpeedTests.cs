using System.Diagnostics;
using System.Globalization;
using System.Text;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Platform.Tables.Sheets;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Acervo.Tests.Platform.Tables;

/// <summary>
/// What reading a sheet of twenty columns costs: seconds of the child process, its start included, and the memory that it held at most. With
/// <c>ACERVO_BARS=full</c> there are 100,000 rows too, and a sheet whose rows are formatted down to the last.
/// </summary>
public sealed class SheetSpeedTests
{
    private const int Columns = 20;

    private static readonly bool Full = Environment.GetEnvironmentVariable("ACERVO_BARS") == "full";

    [Theory]
    [InlineData("xlsx", 5_000, 10)]
    [InlineData("csv", 5_000, 10)]
    [InlineData("xlsx", 100_000, 60)]
    [InlineData("csv", 100_000, 60)]
    [InlineData("ods", 100_000, 60)]
    [InlineData("empty", 1_048_576, 20)]
    public async Task A_sheet_is_read_in_time_and_within_its_memory(string kind, int rows, int seconds)
    {
        Assert.SkipUnless(Full || rows <= 5_000, "Measured by bin/bench.");
        var file = kind switch
        {
            "csv" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, rows).Select(row => string.Join(';', Cells(row)) + "\r\n"))),
            "ods" => Books.OpenDocument($"<t:table t:name=\"H\">{string.Concat(Enumerable.Range(1, rows).Select(row =>
                $"<t:table-row>{string.Concat(Cells(row).Select(cell => $"<t:table-cell><x:p>{cell}</x:p></t:table-cell>"))}</t:table-row>"))}</t:table>"),
            _ => await BookAsync(rows, kind == "empty" ? 1 : rows),
        };

        var (read, took, most) = await ReadAsync(file);

        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"| {kind} | {rows} | {file.Length / 1e6:0.0} MB | {read} | {took.TotalSeconds:0.0} s | {most / 1024} MB |"));
        Assert.Equal(kind == "empty" ? 1 : rows, read);
        Assert.InRange(took.TotalSeconds, 0, seconds);
        Assert.InRange(most, 1, 512 * 1024);
    }

    private static IEnumerable<string> Cells(int row) =>
        Enumerable.Range(0, Columns).Select(column => string.Create(CultureInfo.InvariantCulture, $"Acción {row % 977} de {column}"));

    /// <summary>A workbook whose other rows are there, high and empty.</summary>
    private static async Task<byte[]> BookAsync(int rows, int filled)
    {
        using var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file))
        {
            await book.StartWorksheetAsync("Hoja");
            for (var row = 1; row <= rows; row++)
            {
                DataCell[] cells = row > filled ? [new DataCell("")]
                    : [.. Cells(row).Select((cell, column) => column == 3 ? new DataCell(row) : new DataCell(cell))];
                await book.AddRowAsync(cells, new RowOptions { Height = 20 });
            }

            await book.FinishAsync();
        }

        return file.ToArray();
    }

    private static async Task<(int Rows, TimeSpan Took, long Most)> ReadAsync(byte[] file)
    {
        var scratch = Directory.CreateTempSubdirectory("acervo-hojas-").FullName;
        var since = Stopwatch.GetTimestamp();
        using var process = Process.Start(WorkerStart.Build(SheetReader.Limits, scratch, SheetWorker.Command))!;
        var most = 0L;
        var watching = Task.Run(async () =>
        {
            while (!process.HasExited)
            {
                most = Math.Max(most, Held(process.Id));
                await Task.Delay(10);
            }
        });
        await process.StandardInput.BaseStream.WriteAsync(file);
        process.StandardInput.Close();
        var rows = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            rows += line.StartsWith("{\"row\"", StringComparison.Ordinal) ? 1 : 0;
        }

        var took = Stopwatch.GetElapsedTime(since);
        await watching;
        Directory.Delete(scratch, recursive: true);
        return (rows, took, most);
    }

    /// <summary>The most memory, in KB, that a process has held so far.</summary>
    private static long Held(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // it has just ended
        }
    }
}
