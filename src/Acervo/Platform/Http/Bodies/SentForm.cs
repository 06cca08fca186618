using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Acervo.Platform.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Acervo.Platform.Http.Bodies;

/// <summary>
/// Reads the form of a request once: fields in memory, counted and measured; the file, where one is taken, to disk. The reader of the
/// framework sets tens of kilobytes aside for each part that calls itself a file, and a form of one megabyte has room for thousands.
/// </summary>
internal sealed class SentForm(UploadFolder folder, TakesAttribute takes) : IAsyncDisposable
{
    private const int MostFields = 1024;
    private const int LongestName = 256;

    private readonly List<FileStream> opened = [];
    private readonly FormFileCollection files = [];
    private KeyValueAccumulator fields;

    /// <exception cref="InvalidDataException">It is no form, or it has too many fields.</exception>
    /// <exception cref="BadHttpRequestException">It is longer than it may be, or it broke off.</exception>
    public async Task ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var type = MediaTypeHeaderValue.Parse(request.ContentType);
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            request.Form = await new FormFeature(request,
                new FormOptions { ValueCountLimit = MostFields, KeyLengthLimit = LongestName, ValueLengthLimit = (int)takes.Bytes }).ReadFormAsync(cancel);
            return;
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 100)
        {
            throw new InvalidDataException("The form has no boundary, or an endless one.");
        }

        var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
        var parts = 0;
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (parts++ >= MostFields)
            {
                throw new InvalidDataException("The form has too many fields.");
            }

            await TakeAsync(section, cancel);
        }

        request.Form = new FormCollection(fields.GetResults(), files);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in opened)
        {
            await file.DisposeAsync();
        }
    }

    private async Task TakeAsync(MultipartSection section, CancellationToken cancel)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
        {
            throw new InvalidDataException("A part of the form does not say what it is.");
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (name.Length > LongestName)
        {
            throw new InvalidDataException("A field of the form has an endless name.");
        }

        if (!disposition.IsFileDisposition())
        {
            fields.Append(name, await TextAsync(section.Body, cancel));
        }
        else if (takes.File > 0 && files.Count == 0)
        {
            var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
            files.Add(await KeepAsync(section, CleanText.Of(name), CleanText.Of(fileName), cancel));
        }
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancel);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private async Task<SentFile> KeepAsync(MultipartSection section, string name, string fileName, CancellationToken cancel)
    {
        var file = folder.Open();
        opened.Add(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await section.Body.ReadAsync(buffer, cancel)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await WriteAsync(file, buffer.AsMemory(0, read), cancel);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new SentFile(file, name, fileName, Convert.ToHexStringLower(hash.GetCurrentHash())) { Headers = new HeaderDictionary(section.Headers) };
    }

    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            await file.WriteAsync(bytes, cancel);
        }
        catch (IOException full)
        {
            throw new FullDiskException(full);
        }
    }
}
