using Acervo.Platform.Calendar;
using Acervo.Platform.Forms.Kinds;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.References;

/// <summary>Finds what the words of an answer name, and what a control offers for it.</summary>
internal sealed class ReferenceDesk(KnownTerms terms, PublishedTitles published, PublicationKinds kinds, TimeProvider clock)
{
    /// <summary>What there is to choose from: the entries of catalogues in force; of publications, those of the answers that still are.</summary>
    public async Task<Func<FormQuestion, IReadOnlyList<FieldOption>>> OffersAsync(IEnumerable<FormQuestion> questions, FormAnswers answers,
        CancellationToken cancel)
    {
        Dictionary<string, IReadOnlyList<FieldOption>> offers = new(StringComparer.Ordinal);
        List<FormQuestion> asked = [.. questions.SelectMany(question => question.Columns.Append(question))];
        foreach (var catalogue in asked.Select(question => question.Catalogue).OfType<string>().Distinct())
        {
            var entries = await EntriesAsync(catalogue, cancel);
            var byName = entries.ToLookup(entry => entry.Name);
            offers[catalogue] = [.. entries.Select(entry => NamedEntry.TextOf(entry, byName)).Zip(entries, (text, entry) =>
                new FieldOption(text, text) { Code = entry.Code })];
        }

        var standing = await StandingAsync(questions, answers, cancel);
        return question => question.Kind is PublishedKind ? standing : question.Catalogue is { } catalogue ? offers[catalogue] : [];
    }

    /// <summary>Puts in the place of words what they name. What was known by the same words is left as it was; what is not found stays as words.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="answers">Their answers, as typed or read.</param>
    /// <param name="known">The answers before; null when there were none.</param>
    /// <param name="self">What may not refer to itself, as its kind and item; null when it is nothing yet.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What was found by another name than its own, for whoever should confirm it.</returns>
    public async Task<IReadOnlyList<Observation>> SettleAsync(IEnumerable<FormQuestion> questions, FormAnswers answers, FormAnswers? known, string? self,
        CancellationToken cancel)
    {
        List<Observation> doubts = [];
        foreach (var question in questions)
        {
            if (question.Kind is ReferenceKind)
            {
                doubts.AddRange(await SettleAsync(question, answers, known?.References(question.Key) ?? [], self, cancel));
            }
            else if (question.Columns.Any(column => column.Kind is ReferenceKind))
            {
                doubts.AddRange(await SettleRowsAsync(question, answers, known, self, cancel));
            }
        }

        return doubts;
    }

    /// <summary>The names by which a list in a document may be cut into entries.</summary>
    public async Task<IReadOnlySet<string>> NamesAsync(string catalogue, CancellationToken cancel) =>
        (await EntriesAsync(catalogue, cancel)).SelectMany(entry => entry.Aliases.Append(entry.Name).Append(entry.Short))
            .Select(Words.Key).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);

    private async Task<List<Observation>> SettleRowsAsync(FormQuestion group, FormAnswers answers, FormAnswers? known, string? self, CancellationToken cancel)
    {
        List<Observation> doubts = [];
        var rows = answers.Rows(group.Key);
        foreach (var column in group.Columns.Where(column => column.Kind is ReferenceKind))
        {
            // Rows move, so what any of them said before is known.
            List<AnswerReference> before = [.. known?.Rows(group.Key).SelectMany(row => row.References(column.Key)) ?? []];
            for (var number = 0; number < rows.Count; number++)
            {
                var cell = GroupKind.CellOf(group, column, number);
                var told = await SettleAsync(cell with { Key = column.Key }, rows[number], before, self, cancel);
                doubts.AddRange(told.Select(one => one with { Key = group.Key, Cell = cell.Key }));
            }
        }

        answers.SetRows(group.Key, rows);
        return doubts;
    }

    private async Task<List<Observation>> SettleAsync(FormQuestion question, FormAnswers answers, IReadOnlyList<AnswerReference> known, string? self,
        CancellationToken cancel)
    {
        List<Observation> doubts = [];
        List<AnswerReference> found = [], left = [.. known.Where(one => one.IsFound)];
        foreach (var words in answers.References(question.Key))
        {
            if (words.IsFound || left.Find(one => one.Name == words.Name) is not { } same)
            {
                var (meant, isDoubtful) = words.IsFound ? (words, false) : await MeantAsync(question, words.Name, cancel);
                meant = meant?.Key == self ? null : meant;
                found.Add(meant ?? words);
                if (meant is not null && isDoubtful)
                {
                    doubts.Add(new Observation(question.Key, "by-other-name", ObservationSeverity.Warning,
                        $"En «{question.Label}» dice «{words.Name}», y se tomó como «{meant.Name}». Confírmelo."));
                }

                continue;
            }

            left.Remove(same);
            found.Add(same);
        }

        if (found.Count > 0)
        {
            answers.Set(question.Key, [.. found.DistinctBy(one => one.Key ?? one.Name)], question.Several);
        }

        return doubts;
    }

    private async Task<(AnswerReference? Meant, bool IsDoubtful)> MeantAsync(FormQuestion question, string words, CancellationToken cancel)
    {
        if (question.Kind is not PublishedKind)
        {
            var named = NamedEntry.Of(words, await EntriesAsync(question.Catalogue!, cancel));
            return (named.Entry is { } entry ? new AnswerReference(entry.Name) { Code = entry.Code } : null, named.IsByOtherName);
        }

        return await published.MeantAsync(question.Kinds, words, cancel) is [var one] ? (ReferenceTo(one), false) : (null, false);
    }

    private AnswerReference ReferenceTo(Publication one) => new(one.Title)
    {
        Code = one.Item.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Kind = one.Kind,
        Address = kinds.Href(one.Kind, one.Slug),
    };

    private async Task<IReadOnlyList<FieldOption>> StandingAsync(IEnumerable<FormQuestion> questions, FormAnswers answers, CancellationToken cancel)
    {
        List<AnswerReference> cited = [.. questions
            .SelectMany(question => question.Kind.Cells(question, answers).Append((Cell: question, Answers: answers)))
            .Where(asked => asked.Cell.Kind is PublishedKind)
            .SelectMany(asked => asked.Answers.References(asked.Cell.Key)).Where(one => one.IsFound)];
        var current = await published.OfAsync([.. cited.Select(one => one.Kind!).Distinct()], [.. cited.Select(one => one.Item).Distinct()], cancel);
        return [.. current.Select(one => new FieldOption(one.Title, one.Title) { Code = AnswerReference.KeyOf(one.Kind, one.Item) })];
    }

    private async Task<IReadOnlyList<KnownTerm>> EntriesAsync(string catalogue, CancellationToken cancel) =>
        [.. (await terms.OfAsync(catalogue, cancel)).InForce(clock.Today())];
}
