using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Acervo.Platform.Forms;

namespace Acervo.Platform.Editorial.Checks;

/// <summary>Names a checklist by the fingerprint of everything it is worked out of.</summary>
internal static class ChecklistName
{
    /// <param name="dossier">The dossier; its state, its dates, its address, its explanations and who reviews it have no part in the checklist.</param>
    /// <param name="form">Its form.</param>
    /// <param name="today">The day.</param>
    /// <param name="beside">What the remarks of its kind depend on beside these.</param>
    public static string Of(Dossier dossier, FormDefinition form, DateOnly today, string beside)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, form.Kind, form.Code, form.Version, Day(today), beside);
        Add(hash, dossier.Kind, Number(dossier.Id), Number(dossier.AuthorId), Number(dossier.UnitId), Number(dossier.PublishedVersion), Number(dossier.Adapts));
        Add(hash, dossier.AnswersJson, dossier.ReadAnswers, dossier.Reading, dossier.SourceName, Day(dossier.FilledOn));
        Add(hash, dossier.Title, dossier.Summary, dossier.ChangeNote);
        Add(hash, [.. dossier.Goals.Select(goal => Number(goal))]);
        foreach (var file in dossier.Files)
        {
            Add(hash, file.Name, file.Sha256, file.ContentType, file.Contacts, Number(file.Size));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>How many there are, and each with its length: no two lists of parts are the same bytes.</summary>
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string?> parts)
    {
        Add(hash, parts.Length);
        foreach (var part in parts)
        {
            Add(hash, part?.Length ?? -1);
            hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
        }
    }

    private static void Add(IncrementalHash hash, int number) => hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in number)));

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
