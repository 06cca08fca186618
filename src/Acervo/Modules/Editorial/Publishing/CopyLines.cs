using System.Net;
using Acervo.Platform.Editorial;
using Acervo.Ui;
using Microsoft.AspNetCore.Html;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>
/// What stands under an attached file wherever its author or a reviewer meets it: the way to its public copy, and what the copy does not have.
/// </summary>
internal static class CopyLines
{
    public static IHtmlContent Of(DossierFile file) => new HtmlString(
        $"<div class=\"copy-of\"><a href=\"/fichas/{file.DossierId}/archivos/{file.Id}/copia\">Ver la copia que será pública<span class=\"unseen\"> de "
            + $"{Encoded(file.Name)}</span></a> "
        + $"<span class=\"small soft\">{Spanish.Bytes(file.CopySize)}</span>{Notes(file.CopyNotes)}</div>");

    private static string Notes(string[] notes) => notes.Length == 0
        ? "<p class=\"small soft\">No se retiró nada.</p>"
        : $"<ul class=\"small\">{string.Concat(notes.Select(note => $"<li>{Encoded(note)}</li>"))}</ul>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
