using Acervo.Platform.Accounts;
using Acervo.Platform.Http;
using Acervo.Platform.Mail;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Review;

/// <summary>
/// Writes the letters of the editorial road, one method an event. A letter is added to the context and saved by the caller, with the act
/// that causes it. Nobody is written to about what they did themselves.
/// </summary>
public sealed class DossierMails(AppDb db, Outbox outbox, SiteUrl site, PublicationKinds kinds)
{
    /// <summary>To whoever may review it.</summary>
    public async Task SubmittedAsync(Dossier dossier, CancellationToken cancel = default)
    {
        if (dossier.Editorial is { Round: > 1, ReviewerId: { } holder })
        {
            await WriteAsync(await db.People.GetAsync(holder, cancel), $"Volvió con cambios: {Title(dossier)}",
                ["«{0}», que usted revisa, fue enviada de nuevo. La revisión le muestra qué cambió desde el envío anterior."], "Abrir la revisión",
                $"/revision/{dossier.Id}", dossier, cancel);
            return;
        }

        foreach (var reviewer in await ReviewersAsync(dossier, cancel))
        {
            await WriteAsync(reviewer, $"Una ficha espera revisión: {Title(dossier)}",
                ["«{0}» fue enviada a revisión.", "La revisa quien la tome primero; después puede devolverla a la lista."],
                "Abrir la revisión", $"/revision/{dossier.Id}", dossier, cancel);
        }
    }

    public Task ChangesRequestedAsync(Dossier dossier, string note, CancellationToken cancel = default) => ToAuthorsAsync(
        dossier, "Le solicitaron cambios",
        [
            "Quien revisó «{0}» pide cambios. Las observaciones están junto a cada respuesta.",
            .. note.Trim().Length == 0 ? (string[])[] : [$"Nota de la revisión: {note.Trim()}"],
            "Corrija o responda y envíela de nuevo.",
        ], cancel);

    /// <summary>To its authors, to whoever had approved it and to those who may take it now, never to whoever sent it back.</summary>
    public async Task ReopenedAsync(Dossier dossier, int? approver, string reason, int by, CancellationToken cancel = default)
    {
        await ToAuthorsAsync(dossier, "Volvió a revisión",
            ["«{0}» estaba aprobada y volvió a revisión. El motivo:", reason.Trim(), "No tiene que hacer nada por ahora; le avisaremos."], cancel);
        if (approver is { } reviewer && reviewer != by)
        {
            await WriteAsync(await db.People.GetAsync(reviewer, cancel), $"Volvió a revisión: {Title(dossier)}",
                ["«{0}», que usted aprobó, volvió a revisión. El motivo:", reason.Trim()],
                "Abrir la revisión", $"/revision/{dossier.Id}", dossier, cancel);
        }

        foreach (var other in (await ReviewersAsync(dossier, cancel)).Where(person => person.Id != by && person.Id != approver))
        {
            await WriteAsync(other, $"Volvió a revisión: {Title(dossier)}",
                ["«{0}» estaba aprobada y volvió a revisión. La revisa quien la tome primero. El motivo:", reason.Trim()],
                "Abrir la revisión", $"/revision/{dossier.Id}", dossier, cancel);
        }
    }

    /// <summary>To its authors: who read what they have not sent, and why.</summary>
    public Task LookedAsync(Dossier dossier, string who, string reason, CancellationToken cancel = default) => ToAuthorsAsync(
        dossier, "Abrieron su borrador",
        [$"{who}, que revisa lo que escribe su dependencia, abrió «{{0}}», que todavía no se ha enviado. Esa persona puede leer el borrador durante 24 horas, "
            + "sin modificarlo. Su motivo:", reason.Trim()], cancel);

    /// <summary>To its authors, and to those who may publish it as the second person.</summary>
    public async Task ApprovedAsync(Dossier dossier, CancellationToken cancel = default)
    {
        await ToAuthorsAsync(dossier, "Fue aprobada", ["«{0}» fue aprobada. Falta que una segunda persona la publique; le avisaremos."], cancel);
        foreach (var reviewer in (await ReviewersAsync(dossier, cancel)).Where(person => person.Id != dossier.Editorial.ApprovedBy))
        {
            await WriteAsync(reviewer, $"Lista para publicar: {Title(dossier)}", ["«{0}» fue aprobada y espera que una segunda persona la publique."],
                "Ver y publicar", $"/fichas/{dossier.Id}/publicar", dossier, cancel);
        }
    }

    public async Task PublishedAsync(Dossier dossier, CancellationToken cancel = default)
    {
        foreach (var author in await AuthorsAsync(dossier, cancel))
        {
            await WriteAsync(author, $"Publicada: {Title(dossier)}",
                ["«{0}» ya está publicada y cualquier persona puede leerla. Gracias por compartirla."],
                "Ver la publicación", kinds.Href(dossier.Kind, dossier.Slug), dossier, cancel);
        }
    }

    /// <summary>To its authors; and to those who may review it, when one of its authors ended it.</summary>
    public async Task EndedAsync(Dossier dossier, Ending ending, string reason, int by, CancellationToken cancel = default)
    {
        var (about, said) = ending switch
        {
            Ending.Lapsed =>
                ("Se avisó que ya no se usa", "«{0}» sigue a la vista, con un aviso de que ya no se usa. El motivo, que también verá quien la lea:"),
            Ending.Replaced =>
                ("La reemplaza otra publicación", "«{0}» dejó de estar publicada: su dirección lleva a la publicación que la reemplaza. El motivo:"),
            _ => ("Se retiró del sitio", "«{0}» dejó de estar publicada. El motivo, que también verá quien la busque:"),
        };
        var told = await AuthorsAsync(dossier, cancel);
        foreach (var person in (dossier.IsBy(by) ? told.Union(await ReviewersAsync(dossier, cancel)) : told).Where(person => person.Id != by))
        {
            await WriteAsync(person, $"{about}: {Title(dossier)}", [said, reason.Trim()], "Abrir la ficha", $"/fichas/{dossier.Id}", dossier, cancel);
        }
    }

    /// <summary>To whoever may write it from now on.</summary>
    public async Task SharedAsync(Dossier dossier, Person with, Person by, CancellationToken cancel = default) => await WriteAsync(
        with, $"Recibió una invitación para escribir una ficha: {Title(dossier)}",
        [$"{by.Name} le pide que escriba también «{{0}}». Puede cambiar las respuestas y los archivos, y enviarla a revisión."],
        "Abrir la ficha", $"/fichas/{dossier.Id}", dossier, cancel);

    /// <summary>To its authors, from somebody who has the same document.</summary>
    public async Task AskedAsync(Dossier dossier, Person by, CancellationToken cancel = default)
    {
        foreach (var author in await AuthorsAsync(dossier, cancel))
        {
            await WriteAsync(author, $"Piden escribir una ficha con usted: {Title(dossier)}",
                [$"{by.Name} ({by.Email}) tiene el mismo documento de «{{0}}», o uno muy parecido, y pide escribirla con usted.",
                    "Si está de acuerdo, invite a esa persona en «Quiénes la escriben». Si no, respóndale por correo."],
                "Ver quiénes la escriben", $"/fichas/{dossier.Id}/autores", dossier, cancel);
        }
    }

    /// <summary>To whoever answers for it from now on.</summary>
    public async Task HandedOverAsync(Dossier dossier, Person to, Person by, CancellationToken cancel = default) => await WriteAsync(
        to, $"Responde usted por una ficha: {Title(dossier)}",
        [$"{by.Name} le entregó «{{0}}». Desde ahora usted responde por ella y decide quién más la escribe."],
        "Abrir la ficha", $"/fichas/{dossier.Id}", dossier, cancel);

    /// <summary>To the other side of the conversation: the reviewer when an author writes, the authors otherwise.</summary>
    public async Task RemarkAsync(Dossier dossier, Remark remark, CancellationToken cancel = default)
    {
        var isFromAuthor = dossier.IsBy(remark.AuthorId);
        var what = remark.ParentId is null ? "Nueva observación" : "Respuesta a una observación";
        if (!isFromAuthor)
        {
            await ToAuthorsAsync(dossier, what, ["Sobre «{0}»:", remark.Text], cancel);
        }
        else if (dossier.Editorial.ReviewerId is { } reviewer)
        {
            await WriteAsync(await db.People.GetAsync(reviewer, cancel), $"{what}: {Title(dossier)}", ["Sobre «{0}»:", remark.Text],
                "Abrir la revisión", $"/revision/{dossier.Id}", dossier, cancel);
        }
    }

    /// <summary>To whoever scheduled what could not be published, or to those who may publish it when that person no longer may.</summary>
    public async Task NotPublishedAsync(Dossier dossier, int scheduledBy, string reason, CancellationToken cancel = default)
    {
        var reviewers = await ReviewersAsync(dossier, cancel);
        foreach (var person in reviewers.Exists(one => one.Id == scheduledBy) ? reviewers.FindAll(one => one.Id == scheduledBy) : reviewers)
        {
            await WriteAsync(person, $"No se pudo publicar: {Title(dossier)}",
                ["«{0}» estaba programada y no se pudo publicar. El motivo:", reason, "Sigue aprobada. Ábrala para publicarla o programarla de nuevo."],
                "Abrir la ficha", $"/fichas/{dossier.Id}/publicar", dossier, cancel);
        }
    }

    private static string Title(Dossier dossier) => dossier.Title.Length == 0 ? "Sin título" : LetterText.OneLine(dossier.Title, 90);

    private async Task ToAuthorsAsync(Dossier dossier, string about, string[] paragraphs, CancellationToken cancel)
    {
        foreach (var author in await AuthorsAsync(dossier, cancel))
        {
            await WriteAsync(author, $"{about}: {Title(dossier)}", paragraphs, "Abrir la ficha", $"/fichas/{dossier.Id}", dossier, cancel);
        }
    }

    private async Task<List<Person>> AuthorsAsync(Dossier dossier, CancellationToken cancel)
    {
        int[] ids = [dossier.AuthorId, .. dossier.Coauthors];
        return await db.People.Where(person => ids.Contains(person.Id)).OrderBy(person => person.Id).ToListAsync(cancel);
    }

    private async Task<List<Person>> ReviewersAsync(Dossier dossier, CancellationToken cancel)
    {
        var reviewers = await db.PeopleWith(Role.Reviewer, dossier.Circle).ToListAsync(cancel);
        return reviewers.FindAll(person => !dossier.WasWrittenBy(person.Id));
    }

    private async Task WriteAsync(
        Person to, string about, string[] paragraphs, string linkWords, string path, Dossier dossier, CancellationToken cancel)
    {
        if (to.DisabledAt is not null)
        {
            return;
        }

        var letter = new LetterText(about, to.Name, [.. paragraphs.Select(text => text.Replace("{0}", Title(dossier), StringComparison.Ordinal))], linkWords,
            site.Of(path));
        await outbox.AddAsync(db, new NewLetter(to.Email, letter.Subject, letter.Body, LetterKind.Notice), cancel);
    }
}
