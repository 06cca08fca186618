using Acervo.Platform.Accounts;
using Acervo.Platform.Http;
using Acervo.Platform.Mail;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Asking;

/// <summary>
/// Writes what a visitor said to those who write the dossier behind the publication; when they all left, to those who review in its unit, and when there
/// are none, to the administrators. Who wrote is told nobody's address: an answer goes to theirs.
/// </summary>
internal sealed class InquiryLetters(AppDb db, Outbox outbox, SiteUrl site, PublicationKinds kinds)
{
    private const string Closing = "Al responder este correo le escribe a esa persona, que verá la dirección desde la que usted responde. El sitio no comprobó "
        + "quién es: antes de abrir un enlace o de entregar información reservada, confírmelo.";

    public async Task WriteAsync(NewInquiry said, Publication about, CancellationToken cancel)
    {
        var (title, kind) = (LetterText.OneLine(about.Title, 90), kinds.Of(about.Kind));
        var (subject, opening) = said.Purpose == InquiryPurpose.Apply
            ? ($"Quieren aplicar: {title}", $"{said.Name} ({said.Entity}) quiere aplicar «{title}». Explica para qué:")
            : ($"Le escriben sobre: {title}", $"{said.Name} leyó «{title}» y le escribe:");
        var dossier = await db.EveryDossier.AsNoTracking().FirstOrDefaultAsync(one => one.Kind == said.Kind && one.Id == said.Item, cancel);
        var people = await PeopleAsync(dossier, cancel);
        foreach (var person in people)
        {
            var (words, path) = dossier?.IsBy(person.Id) == true ? ("Ver los mensajes del público", $"/fichas/{dossier.Id}/mensajes")
                : ("Ver la publicación", kind.Href(about.Slug));
            var letter = new LetterText(subject, person.Name, [opening, Quoted(said.Message), $"Respóndale a {said.Email}."], words, site.Of(path))
            {
                Closing = Closing,
            };
            await outbox.AddAsync(db, new NewLetter(person.Email, letter.Subject, letter.Body, LetterKind.Notice) { ReplyTo = said.Email }, cancel);
        }
    }

    /// <summary>As somebody else's words: no line of it looks like ours, and no address in it becomes a link of ours.</summary>
    private static string Quoted(string message) =>
        string.Join('\n', message.Split('\n').Select(line => line.Trim().Length == 0 ? ">" : $"> {line.Trim()}"));

    private async Task<List<Person>> PeopleAsync(Dossier? dossier, CancellationToken cancel)
    {
        int[] ids = dossier is null ? [] : [dossier.AuthorId, .. dossier.Coauthors];
        var found = await db.People.Where(person => ids.Contains(person.Id) && person.DisabledAt == null).OrderBy(person => person.Id).ToListAsync(cancel);
        if (found.Count == 0 && dossier is not null)
        {
            found = await db.PeopleWith(Role.Reviewer, dossier.Circle).ToListAsync(cancel);
        }

        found = found.Count > 0 ? found : await db.People.WithRole(Role.Administrator).ToListAsync(cancel);
        return found.Count > 0 ? found : throw new RuleException("Nadie puede recibir mensajes sobre esta publicación por ahora.");
    }
}
