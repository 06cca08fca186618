using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Forms;
using Acervo.Platform.Search.Words;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Find;

/// <summary>
/// Finds fichas for the staff by name, number, form, people and unit: what they write, what they may review, and what is public. Rights are decided before
/// anything is counted, and what others are writing is found by what was public of it or sent, never by its present text.
/// </summary>
internal sealed class DossierSearch(AppDb db, Me me, EditorialKinds editorial, FormCatalogue forms)
{
    /// <summary>The answers that name people.</summary>
    private readonly string[] people = [.. forms.All.SelectMany(form => form.Questions)
        .Where(question => question.Type is QuestionType.Person or QuestionType.People).Select(question => question.Key).Distinct()];

    /// <param name="words">As they were typed; empty for everything.</param>
    /// <param name="stage">Only those that stand there.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>All that answer, best first: that number, then most words in the name, then the newest.</returns>
    public async Task<List<FoundText>> FindAsync(string words, Stage? stage, CancellationToken cancel)
    {
        var question = QuestionReader.Read(words);
        var number = NumberOf(words);
        int[]? units = me.UnitsOf(Role.Reviewer) is { } some ? [.. some] : null;
        string[] on = [.. editorial.All.Select(kind => kind.Kind)];
        var (at, coarse) = (stage?.ToString(), FoundText.CoarseOf(question));
        var rows = await db.Database.SqlQuery<FoundText>($"""
            SELECT * FROM (
                SELECT d.id, w.open AS "IsOpen", CASE WHEN w.open THEN d.edited_at ELSE s.published_at END AS "EditedAt",
                    CASE WHEN s.id IS NOT NULL AND d.is_public THEN d.slug END AS "PublicSlug",
                    CASE WHEN w.text THEN d.title ELSE coalesce(s.title, r.content -> 'answers' ->> 'title', '') END AS "Title",
                    concat_ws(' ', d.id, d.form_code, a.name, u.name,
                        (SELECT string_agg(p.name, ' ') FROM app.people p WHERE w.open AND p.id = ANY (d.coauthors)),
                        (SELECT string_agg(one.value::text, ' ') FROM jsonb_each(d.answers) one WHERE w.text AND one.key = ANY ({people}))) AS "Beside"
                FROM app.dossiers d
                JOIN app.people a ON a.id = d.author_id
                LEFT JOIN app.terms u ON u.id = d.unit_id
                LEFT JOIN site.publications s ON s.kind = d.kind AND s.item = d.id AND s.state = 'current'
                CROSS JOIN LATERAL (SELECT app.may_open(d, {me.Id}, {units}) AS open, app.may_read(d, {me.Id}, {units}) AS text) w
                LEFT JOIN LATERAL (
                    SELECT content FROM app.review_rounds WHERE NOT w.text AND subject = 'dossier/' || d.id ORDER BY round DESC LIMIT 1) r ON true
                WHERE d.kind = ANY ({on}) AND (w.open OR s.id IS NOT NULL) AND ({at}::text IS NULL
                    OR CASE WHEN w.open THEN d.stage ELSE 'Published' END = {at})) found
            WHERE NOT EXISTS (SELECT FROM unnest({coarse}) part WHERE position(part IN site.fold("Title" || ' ' || "Beside")) = 0)
            """).ToListAsync(cancel);
        return [.. rows.Select(row => (Row: row, Best: row.Id == number ? int.MaxValue : row.Answers(question))).Where(one => one.Best > 0)
            .OrderByDescending(one => one.Best).ThenByDescending(one => one.Row.IsOpen).ThenByDescending(one => one.Row.EditedAt).ThenBy(one => one.Row.Id)
            .Select(one => one.Row)];
    }

    /// <summary>The number of a draft that only its authors read and this person may ask to open; null when that is not what was typed.</summary>
    public async Task<int?> AskableAsync(string words, CancellationToken cancel)
    {
        var number = NumberOf(words);
        var dossiers = db.Dossiers;
        return number > 0 && await dossiers.AsNoTracking().ForReviewer(me)
            .AnyAsync(p => p.Id == number && p.Editorial.Stage == Stage.Draft && p.AuthorId != me.Id && !p.Coauthors.Contains(me.Id), cancel) ? number : null;
    }

    private static int NumberOf(string words) =>
        int.TryParse(words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
}
