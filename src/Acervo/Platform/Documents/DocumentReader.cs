using System.Globalization;
using Acervo.Platform.Documents.Sandbox;

namespace Acervo.Platform.Documents;

/// <summary>
/// Reads any supported file in a child process that may crash, hang or be taken over without harm to this one. A worker waits ready, so
/// that a person does not wait for a process to start; each worker serves one file.
/// </summary>
public sealed class DocumentReader(WorkerLimits limits, TimeProvider clock, bool keepOneReady = true) : IDisposable
{
    /// <summary>Each reading is a process with a heap of its own, whoever asks for it.</summary>
    private const int AtOnce = 4;

    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly Lock turn = new();
    private WorkerProcess? ready;
    private bool closed;

    public DocumentReader() : this(new WorkerLimits(), TimeProvider.System)
    {
    }

    /// <summary>Starts the waiting worker now instead of after the first file.</summary>
    public void Prepare()
    {
        if (!keepOneReady)
        {
            return;
        }

        lock (turn)
        {
            if (!closed && ready is not { IsAlive: true })
            {
                ready?.Dispose();
                ready = new WorkerProcess(limits, DocumentWorker.Command, DocumentWorker.Warm);
            }
        }
    }

    /// <summary>What the file says, whatever kind of file it is.</summary>
    /// <exception cref="DocumentException">The file cannot be read; the message says why and what to do.</exception>
    public async Task<DocumentText> ReadAsync(byte[] file, IProgress<ReadingProgress>? progress = null, CancellationToken cancel = default)
    {
        if (file.Length <= ReadingLimits.FileBytes)
        {
            FileSignature.Detect(file); // what can be refused by its first bytes costs no process
        }

        using var bytes = new MemoryStream(file, writable: false);
        return await ReadAsync(bytes, progress, cancel);
    }

    /// <summary>The same of a file that is elsewhere: it passes through this process in pieces.</summary>
    /// <exception cref="DocumentException">The file cannot be read; the message says why and what to do.</exception>
    public Task<DocumentText> ReadAsync(Stream file, IProgress<ReadingProgress>? progress = null, CancellationToken cancel = default) =>
        InPlaceAsync(() => Take() ?? new WorkerProcess(limits, DocumentWorker.Command), file, progress, cancel);

    /// <summary>
    /// Every word that is seen or said on some pages of a PDF or in some pictures of another file, for whoever looks for something in it. The text says how
    /// many there are in all.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="after">How many were looked at before.</param>
    /// <param name="count">How many to look at.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="DocumentException">The file cannot be read; the message says why and what to do.</exception>
    public Task<DocumentText> ReadSeenAsync(Stream file, int after, int count, CancellationToken cancel = default)
    {
        string[] command = [DocumentWorker.Command, DocumentWorker.Seen, after.ToString(CultureInfo.InvariantCulture), $"{count}"];
        return InPlaceAsync(() => new WorkerProcess(limits, command), file, null, cancel);
    }

    public void Dispose()
    {
        places.Dispose();
        lock (turn)
        {
            closed = true;
            ready?.Dispose();
            ready = null;
        }
    }

    private async Task<DocumentText> InPlaceAsync(Func<WorkerProcess> start, Stream file, IProgress<ReadingProgress>? progress, CancellationToken cancel)
    {
        if (file.Length > ReadingLimits.FileBytes)
        {
            throw new DocumentException($"El archivo pesa más de {ReadingLimits.FileBytes / 1024 / 1024} MB. Quite las imágenes que no hagan "
                + "falta o divídalo.");
        }

        await places.WaitAsync(cancel);
        try
        {
            return await ReadAloneAsync(start(), file, progress, cancel);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<DocumentText> ReadAloneAsync(WorkerProcess worker, Stream file, IProgress<ReadingProgress>? progress, CancellationToken cancel)
    {
        using var timer = new CancellationTokenSource(limits.WallClock, clock);
        using var quiet = new CancellationTokenSource(limits.Quiet, clock);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, quiet.Token, cancel);
        try
        {
            return await worker.ReadAsync(file, new Heard(quiet, limits.Quiet, progress), all.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw DocumentException.OutOfTime();
        }
        finally
        {
            if (keepOneReady)
            {
                _ = Task.Run(() => ReplaceAsync(worker), CancellationToken.None);
            }
            else
            {
                await worker.DisposeAsync();
            }
        }
    }

    /// <summary>Whoever waits for the text need not wait for the end of a process and the start of the next.</summary>
    private async Task ReplaceAsync(WorkerProcess used)
    {
        await used.DisposeAsync();
        Prepare();
    }

    private WorkerProcess? Take()
    {
        lock (turn)
        {
            var worker = ready;
            ready = null;
            if (worker is { IsAlive: false })
            {
                worker.Dispose();
                return null;
            }

            return worker;
        }
    }

    /// <summary>A page that was read is a sign that it gets on: the clock of silence starts anew.</summary>
    private sealed class Heard(CancellationTokenSource quiet, TimeSpan patience, IProgress<ReadingProgress>? progress) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value)
        {
            quiet.CancelAfter(patience);
            progress?.Report(value);
        }
    }
}
