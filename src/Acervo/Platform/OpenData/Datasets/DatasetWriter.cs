using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Acervo.Platform.Text;

namespace Acervo.Platform.OpenData.Datasets;

/// <summary>Writes rows as they come.</summary>
internal static class DatasetWriter
{
    private const int FlushAt = 64 * 1024;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task CsvAsync<T>(IAsyncEnumerable<T> rows, IEnumerable<string> columns, Func<T, IEnumerable<object>> cells, char separator,
        PipeWriter to, CancellationToken cancel)
    {
        var text = new StringBuilder("\uFEFF");
        CsvTable.AppendLine(text, columns, separator);
        await foreach (var row in rows)
        {
            CsvTable.AppendLine(text, cells(row), separator);
            if (text.Length > FlushAt)
            {
                await FlushAsync(text, to, cancel);
            }
        }

        await FlushAsync(text, to, cancel);
    }

    /// <summary>One record a line, or an array of them.</summary>
    public static async Task JsonAsync(IAsyncEnumerable<DatasetRow> rows, bool asLines, Func<DatasetRow, string> url, PipeWriter to, CancellationToken cancel)
    {
        var between = asLines ? "\n"u8.ToArray() : ",\n"u8.ToArray();
        var before = asLines ? [] : "[\n"u8.ToArray();
        await foreach (var row in rows)
        {
            await to.WriteAsync(before, cancel);
            before = between;
            Record(row, url(row), to);
            if (to.UnflushedBytes > FlushAt)
            {
                await to.FlushAsync(cancel);
            }
        }

        if (!asLines)
        {
            to.Write(before == between ? "\n]"u8 : "[]"u8);
        }

        to.Write("\n"u8);
        await to.FlushAsync(cancel);
    }

    private static void Record(DatasetRow row, string url, PipeWriter to)
    {
        using var body = JsonDocument.Parse(row.Body);
        using var json = new Utf8JsonWriter(to, Compact);
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteString("sha256", row.Sha256);
        json.WriteString("firstPublishedAt", row.FirstAt);
        json.WriteNumber("reuseCount", row.ReuseCount);
        json.WriteString("language", row.Language);
        if (row.Span.OpensAt is { } opens)
        {
            json.WriteString("opensAt", opens);
        }

        if (row.Span.ClosesAt is { } closes)
        {
            json.WriteString("closesAt", closes);
        }

        if (row.Life.UsedAt is { } used)
        {
            json.WriteString("useConfirmedAt", used);
        }

        if (row.Life.LookAt is { } look)
        {
            json.WriteString("nextLookAt", look);
        }

        json.WritePropertyName("facets");
        JsonSerializer.Serialize(json, row.Facets, JsonSerializerOptions.Web);
        json.WritePropertyName("record");
        body.RootElement.WriteTo(json);
        json.WriteEndObject();
    }

    private static async Task FlushAsync(StringBuilder text, PipeWriter to, CancellationToken cancel)
    {
        foreach (var part in text.GetChunks())
        {
            Encoding.UTF8.GetBytes(part.Span, to);
        }

        text.Clear();
        await to.FlushAsync(cancel);
    }
}
