using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Review;

/// <summary>What comes after an act of the office: who has it now, what they do and by which business day. By those same days people are reminded.</summary>
public sealed class WhatFollows(AppDb db, BusinessCalendar calendar, IConfiguration configuration, TimeProvider clock)
{
    private readonly ReminderSettings limits = ReminderSettings.Of(configuration);

    /// <summary>After it was sent: to whom, and what they do.</summary>
    public async Task<string> SentAsync(Dossier dossier, CancellationToken cancel) =>
        $"Se envió «{TitleOf(dossier)}»: {Spanish.Count(dossier.Answers.Keys.Count(dossier.Answers.IsAnswered), "respuesta", "respuestas")}"
            + $"{(dossier.Files.Count == 0 ? "" : $" y {Spanish.Count(dossier.Files.Count, "archivo", "archivos")}")}. "
            + (dossier.Editorial.ReviewerId is null ? await TakersAsync(dossier, cancel) : await HolderAsync(dossier, cancel))
            + " Le avisaremos por correo y en su bandeja.";

    /// <summary>Who may take it to review it, and until when they have.</summary>
    public async Task<string> TakersAsync(Dossier dossier, CancellationToken cancel) => await ReviewersAsync(dossier, null, cancel) is { Count: > 0 } names
        ? $"La {Received(names)} {Names(names)}. Alguien debe tomarla {await ByAsync(dossier.Editorial.SubmittedAt, limits.UnclaimedDays, cancel)} "
            + $"y decidir en {Spanish.Count(limits.ClaimedDays, "día hábil", "días hábiles")}."
        : "En la dependencia de la ficha todavía no hay quien la revise. Pida a quien administra el sitio que asigne a una persona.";

    /// <summary>By when whoever took it decides.</summary>
    public async Task<string> DecisionAsync(Dossier dossier, CancellationToken cancel)
    {
        var (claimed, sent) = (dossier.Editorial.ClaimedAt, dossier.Editorial.SubmittedAt);
        return $"Decide {await ByAsync(claimed > sent ? claimed : sent, limits.ClaimedDays, cancel)}.";
    }

    /// <summary>Who may publish it as the second person, and by when.</summary>
    public async Task<string> PublishersAsync(Dossier dossier, CancellationToken cancel) =>
        await ReviewersAsync(dossier, dossier.Editorial.ApprovedBy, cancel) is { Count: > 0 } names
            ? $"La publica {Names(names, "o")} {await ByAsync(dossier.Editorial.ChangedAt, limits.PublishDays, cancel)}."
            : "Falta que la publique una segunda persona y en la dependencia de la ficha no hay otra que pueda hacerlo. "
                + "Pida a quien administra el sitio que asigne a una persona.";

    /// <summary>After changes were asked for: who mends, and by when.</summary>
    public async Task<string> ReturnedAsync(Dossier dossier, CancellationToken cancel)
    {
        int[] ids = [dossier.AuthorId, .. dossier.Coauthors];
        var names = await db.People.Where(person => ids.Contains(person.Id)).OrderBy(person => person.Id).Select(person => person.Name).ToListAsync(cancel);
        return $"«{TitleOf(dossier)}» volvió a {Names(names)} con sus observaciones. Debe corregirse y enviarse de nuevo "
            + $"{await ByAsync(dossier.Editorial.ChangedAt, limits.ChangesDays, cancel)}. Le avisaremos por correo y en su bandeja.";
    }

    /// <summary>The last day of a wait that began at a moment.</summary>
    public Task<DateOnly> DueAsync(DateTime since, int days, CancellationToken cancel) => calendar.AddAsync(since.BogotaDay(), days, cancel);

    private async Task<string> HolderAsync(Dossier dossier, CancellationToken cancel)
    {
        var name = await db.People.Where(person => person.Id == dossier.Editorial.ReviewerId).Select(person => person.Name).FirstOrDefaultAsync(cancel);
        return $"La recibió {name}, quien la revisa. {await DecisionAsync(dossier, cancel)}";
    }

    private async Task<string> ByAsync(DateTime? since, int days, CancellationToken cancel) =>
        $"a más tardar el {Spanish.Day(await DueAsync(since ?? clock.Now(), days, cancel))} ({Spanish.Count(days, "día hábil", "días hábiles")})";

    private async Task<List<string>> ReviewersAsync(Dossier dossier, int? except, CancellationToken cancel)
    {
        var people = await db.PeopleWith(Role.Reviewer, dossier.Circle).OrderBy(person => person.Id).ToListAsync(cancel);
        return people.FindAll(person => !dossier.WasWrittenBy(person.Id) && person.Id != except).ConvertAll(person => person.Name);
    }

    private static string Received(List<string> names) => names.Count == 1 ? "recibió" : "recibieron";

    /// <summary>Some by name; a whole office by its number.</summary>
    private static string Names(List<string> names, string and = "y")
    {
        var shown = names.Count <= 3 ? names : [.. names.Take(2), $"{names.Count - 2} personas más"];
        return shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.SkipLast(1))} {Before(and, shown[^1])} {shown[^1]}";
    }

    /// <summary>«e Inés», «u Óscar».</summary>
    private static string Before(string and, string name) => and switch
    {
        "y" when name[0] is 'I' or 'Í' && !Diphthong(name, 1) || name.StartsWith("Hi", StringComparison.Ordinal) && !Diphthong(name, 2) => "e",
        "o" when name[0] is 'O' or 'Ó' or '8' || name.StartsWith("11 ", StringComparison.Ordinal) || name.StartsWith("Ho", StringComparison.Ordinal) => "u",
        _ => and,
    };

    /// <summary>«y Hierro», «y Iago»: no «i» is heard there.</summary>
    private static bool Diphthong(string name, int at) => at < name.Length && name[at] is 'a' or 'e' or 'o' or 'á' or 'é' or 'ó';

    private static string TitleOf(Dossier dossier) => dossier.Title.Length == 0 ? "Sin título" : dossier.Title;
}
