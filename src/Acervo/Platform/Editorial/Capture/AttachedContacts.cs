using Acervo.Platform.Documents;
using Acervo.Platform.Text;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>Looks for contact data of people in a file that anybody will be able to download.</summary>
internal sealed class AttachedContacts(DocumentReader documents)
{
    private const int Most = 5;

    /// <summary>Whoever attaches a file waits: what takes longer is told as not looked at.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// What was found, separated by commas; <see cref="DossierFile.NotLooked"/> for what could not be read; empty for pictures and spreadsheets.
    /// </summary>
    public async Task<string> FindAsync(Stream file, string contentType, CancellationToken cancel)
    {
        if (!contentType.Contains("pdf", StringComparison.Ordinal) && !contentType.Contains("wordprocessing", StringComparison.Ordinal))
        {
            return "";
        }

        file.Position = 0;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var document = await documents.ReadAsync(file, cancel: patience.Token);
            var text = string.Join('\n', DocumentLines.Of(document.Blocks));
            return string.Join(", ", PersonalData.Mobiles(text).Concat(PersonalData.PrivateEmails(text)).Concat(PersonalData.Doubtful(text)).Take(Most));
        }
        catch (DocumentException)
        {
            return DossierFile.NotLooked;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return DossierFile.NotLooked;
        }
    }
}
