using Acervo.Platform.Editorial;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>The files of a ficha with what is done to them, wherever they stand: beside the annexes of its form, or on a page of their own.</summary>
/// <param name="Dossier">The ficha.</param>
/// <param name="Error">Why the last file was not taken.</param>
/// <param name="Removed">The name of the file that was just taken away.</param>
/// <param name="Token">By which it can be put back.</param>
internal sealed record FilesPanel(Dossier Dossier, string? Error, string? Removed, string? Token);
