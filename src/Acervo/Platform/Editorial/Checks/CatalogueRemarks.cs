using Acervo.Platform.Calendar;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Kinds;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Checks;

/// <summary>
/// Remarks about answers that are not in the catalogue of their question. Of a closed one everything else is told; an open one only suggests, so there
/// only what is a slip of the pen away from one of its names.
/// </summary>
internal sealed class CatalogueRemarks(AppDb db, KnownTerms terms, TimeProvider clock)
{
    private const int Slip = 2;

    /// <param name="form">The form that was answered.</param>
    /// <param name="answers">The answers as they are now.</param>
    /// <param name="known">What the module of the kind remarked already, with what it knows of its catalogues: it is not said twice.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<Observation>> OfAsync(
        FormDefinition form, FormAnswers answers, IReadOnlyList<Observation> known, CancellationToken cancel)
    {
        var given = form.Questions.SelectMany(question => Given(question, answers)).Where(answer => !known.Any(remark => Says(remark, answer)))
            .DistinctBy(answer => (answer.Key, answer.Cell, answer.Value)).ToList();
        string[] wanted = [.. given.Select(answer => answer.Asked.Catalogue!).Distinct(StringComparer.Ordinal)];
        if (wanted.Length == 0)
        {
            return [];
        }

        Dictionary<string, KnownTerm[]> lists = [];
        foreach (var catalogue in wanted)
        {
            lists[catalogue] = [.. (await terms.OfAsync(catalogue, cancel)).InForce(clock.Today())];
        }

        var strange = given.Select(answer => (Answer: answer, Meant: Meant(answer, lists[answer.Asked.Catalogue!])))
            .Where(one => one.Meant is not null).ToList();
        var names = strange.Count == 0 ? [] : await db.Catalogues.AsNoTracking().Where(catalogue => wanted.Contains(catalogue.Code))
            .ToDictionaryAsync(catalogue => catalogue.Code, catalogue => catalogue.Name, cancel);
        return strange.ConvertAll(one => RemarkOn(one.Answer, one.Meant!, names.GetValueOrDefault(one.Answer.Asked.Catalogue!, one.Answer.Asked.Label)));
    }

    /// <summary>Names the catalogues of a form as they are: with another stamp something may be remarked otherwise.</summary>
    public async Task<string> StampAsync(FormDefinition form, CancellationToken cancel)
    {
        List<string> stamps = [];
        foreach (var catalogue in form.Questions.SelectMany(question => question.Columns.Append(question)).Select(question => question.Catalogue)
            .OfType<string>().Distinct(StringComparer.Ordinal))
        {
            stamps.Add((await terms.OfAsync(catalogue, cancel)).Stamp);
        }

        return string.Concat(stamps);
    }

    private static IEnumerable<GivenAnswer> Given(FormQuestion question, FormAnswers answers) =>
        from asked in question.Kind.Cells(question, answers).Select(each => (each.Cell, each.Answers, Name: (string?)each.Cell.Key))
            .Append((Cell: question, Answers: answers, Name: null))
        // What refers to an entry by its code says by itself which words name none.
        where asked.Cell.Catalogue is not null && asked.Cell.Kind is not ReferenceKind
        from value in asked.Answers.List(asked.Cell.Key)
        where Words.Key(value).Length > 0
        select new GivenAnswer(question.Key, asked.Name, asked.Cell, value);

    private static bool Says(Observation remark, GivenAnswer answer) => remark.Severity != ObservationSeverity.Note && remark.Key == answer.Key
        && remark.Cell == answer.Cell && (remark.Instead is null || remark.Instead == answer.Value);

    /// <summary>The name that may be meant, empty when none is near; null when there is nothing to remark.</summary>
    private static string? Meant(GivenAnswer answer, KnownTerm[] terms)
    {
        var key = Words.Key(answer.Value);
        if (terms.Length == 0 || terms.Any(term => Words.Key(term.Name) == key))
        {
            return null;
        }

        var alias = terms.FirstOrDefault(term => term.Aliases.Any(other => Words.Key(other) == key));
        var limit = answer.Asked.Closed ? Math.Max(Slip, key.Length / 8) : Slip;
        var near = terms.FirstOrDefault(term => Distance.Between(key, Words.Key(term.Name), limit) <= limit);
        return answer.Asked.Closed ? (alias ?? near)?.Name ?? "" : alias is null ? near?.Name : null;
    }

    private static Observation RemarkOn(GivenAnswer answer, string meant, string catalogue)
    {
        var shown = answer.Value.Length <= 90 ? answer.Value : answer.Value[..88] + "…";
        var sentence = meant.Length > 0
            ? $"En el catálogo «{catalogue}», «{shown}» figura como «{meant}». Confirme que es lo mismo."
            : $"«{shown}» no está en el catálogo «{catalogue}». Elija el nombre que corresponde, o explique por qué no está.";
        // A cell takes no proposal: it would stand for the whole group.
        return new Observation(answer.Key, "not-in-catalogue", ObservationSeverity.Warning, sentence, answer.Cell is null && meant.Length > 0 ? meant : null)
        {
            Instead = answer.Asked.IsList ? answer.Value : null,
            Cell = answer.Cell,
        };
    }

    /// <summary>An answer to a question that has a catalogue, or one item of it.</summary>
    private sealed record GivenAnswer(string Key, string? Cell, FormQuestion Asked, string Value);
}
