using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Reads a filled-in form out of a document by the form's definition: labels part the text into answers.</summary>
public sealed class FormReader
{
    private readonly IReadOnlyList<FormDefinition> forms;
    private readonly HelpTexts helps;
    private readonly Furniture furniture;
    private readonly AnswerReader answers;

    private FormReader(IReadOnlyList<FormDefinition> forms, Func<string, IReadOnlySet<string>> terms)
    {
        this.forms = forms;
        helps = new HelpTexts(forms);
        furniture = new Furniture(forms);
        answers = new AnswerReader(helps, furniture, terms);
    }

    /// <summary>Reads the document as the one of these forms that it says it is, or that its labels say.</summary>
    /// <param name="forms">The forms the document may be.</param>
    /// <param name="document">What was read from the file.</param>
    /// <param name="terms">The known terms of a reference catalogue by its name, folded; they tell where one item of a list ends.</param>
    /// <exception cref="FormNotRecognisedException">The document is none of the forms.</exception>
    public static FormReading Read(IReadOnlyList<FormDefinition> forms, DocumentText document, Func<string, IReadOnlySet<string>>? terms = null) =>
        new FormReader(forms, terms ?? (_ => new HashSet<string>(StringComparer.Ordinal))).Read(document);

    /// <summary>The same for a document that anybody may have sent.</summary>
    /// <exception cref="FormNotRecognisedException">The document is none of the forms.</exception>
    /// <exception cref="DocumentException">The text is built so that reading it takes too long.</exception>
    public static FormReading ReadInTime(IReadOnlyList<FormDefinition> forms, DocumentText document, Func<string, IReadOnlySet<string>> terms)
    {
        try
        {
            return Read(forms, document, terms);
        }
        catch (RegexMatchTimeoutException cause)
        {
            throw DocumentException.EndlessText(cause);
        }
    }

    private FormReading Read(DocumentText document)
    {
        IReadOnlyList<Label> labels = [.. forms.SelectMany(Label.Of).DistinctBy(label => label.Text, StringComparer.Ordinal)];
        var words = new LabelWords(labels, forms);
        var probe = new LabelProbe(labels, words, helps);
        var raw = new LineFlattener(probe).Flatten(document.Blocks);
        var identity = FormIdentity.Of(document, raw, forms, furniture);
        IReadOnlyList<ReadingLine> lines = new LabelSplit(words).Of(new PageJoin(furniture, probe).Of(raw));
        var reading = lines.Any(line => line.Quoted) && lines.Any(line => !line.Quoted) ? ReadReply(document, identity, lines)
            : ReadLines(document, identity, lines);
        return reading with { Hidden = document.Hidden };
    }

    /// <summary>
    /// In a reply the answers may stand in the text that is quoted, among its lines, or above a blank form that is quoted: what answers most is meant,
    /// and of two that answer as much, what was written last.
    /// </summary>
    private FormReading ReadReply(DocumentText document, FormIdentity identity, IReadOnlyList<ReadingLine> lines)
    {
        var own = Try(() => ReadLines(document, identity, [.. lines.Where(line => !line.Quoted)]));
        var all = Try(() => ReadLines(document, identity, lines));
        if (own is null || (all is not null && Answered(all) > Answered(own)))
        {
            return all ?? ReadLines(document, identity, lines);
        }

        var left = new Leftovers();
        left.Add(0, null, new QuotedRest(forms, helps, furniture).Of(lines));
        return own with { Unplaced = [.. own.Unplaced, .. left.All] };
    }

    private static FormReading? Try(Func<FormReading> read)
    {
        try
        {
            return read();
        }
        catch (FormNotRecognisedException)
        {
            return null; // the other way of reading the mail says why, when that is none either
        }
    }

    private static int Answered(FormReading reading) => reading.Form.Questions.Count(question => reading.Answers.IsAnswered(question.Key));

    private FormReading ReadLines(DocumentText document, FormIdentity identity, IReadOnlyList<ReadingLine> lines)
    {
        var second = SecondForm.Start(forms, helps, lines);
        lines = second is { } start ? [.. lines.Take(start)] : lines;
        var (form, labels) = Choose(identity, lines);
        var observations = new List<Observation>(document.Findings.Select(finding => new Observation(null, "document", ObservationSeverity.Warning, finding)));
        if (document.Hidden is { } hidden)
        {
            observations.Add(new Observation(null, "hidden-text", ObservationSeverity.Warning, hidden.Sentence()));
        }

        if (second is not null)
        {
            observations.Add(new Observation(null, "second-form", ObservationSeverity.Warning,
                "El archivo trae otra ficha después de esta. Se leyó la primera; envíe la otra en un archivo aparte."));
        }

        if (identity.Version is null)
        {
            observations.Add(new Observation(null, "version-assumed", ObservationSeverity.Warning,
                $"El archivo no dice la versión del formato; por sus rótulos se leyó como versión {form.Version}. Confírmela."));
        }

        return answers.Read(form, lines, labels, observations, document.Recognised);
    }

    private (FormDefinition Form, FoundLabels Labels) Choose(FormIdentity identity, IReadOnlyList<ReadingLine> lines)
    {
        var finder = new LabelFinder(lines, helps);
        var tried = forms.Where(form => form.Code == identity.Code || identity.Code is null || forms.All(known => known.Code != identity.Code))
            .Select(form => (Form: form, Labels: LabelsOf(form, finder, lines))).ToList();
        var best = tried.OrderByDescending(each => Found(each.Labels.Chain) - 0.5 * Asked(each.Form))
            .ThenByDescending(each => each.Form.Version, StringComparer.Ordinal).First();
        var known = forms.Any(form => form.Code == identity.Code);
        if (identity.Code is not null && !known && Found(best.Labels.Chain) < Expected(best.Form) * 0.6)
        {
            throw new FormNotRecognisedException($"El archivo es del formato {identity.Code}, que no se puede leer aquí. Envíe el formato {best.Form.Code} "
                + "diligenciado.");
        }

        if (!FormEvidence.Suffices(best.Form, best.Labels.Chain, lines, known))
        {
            var newest = tried.OrderByDescending(each => each.Form.Version, StringComparer.Ordinal).First();
            throw new FormNotRecognisedException($"El archivo no parece el formato {newest.Form.Code}: {Found(newest.Labels.Chain)} de {Expected(newest.Form)} "
                + "rótulos hallados. Revise que sea el formato diligenciado.");
        }

        return identity.Version is null ? best : Stated(identity.Version, best.Form.Code, tried);
    }

    private FoundLabels LabelsOf(FormDefinition form, LabelFinder finder, IReadOnlyList<ReadingLine> lines)
    {
        var labels = Label.Of(form);
        IReadOnlyList<LabelMatch> printed = [.. finder.Find(labels)];
        IReadOnlyList<LabelMatch> brief = [.. new ShortLabelFinder(lines, new LabelWords(labels, [form])).Find()];
        var chain = LabelChain.Choose(printed, brief, Expected(form));
        return new FoundLabels(chain, LabelRepeats.Of(chain, printed.Concat(brief), lines, helps));
    }

    private static (FormDefinition Form, FoundLabels Labels) Stated(string version, string code, List<(FormDefinition Form, FoundLabels Labels)> tried)
    {
        var stated = tried.Find(each => each.Form.Version == version);
        return stated.Form is not null ? stated
            : throw new FormNotRecognisedException($"El archivo es el formato {code} en su versión {version}, y aquí se leen las versiones "
                + $"{string.Join(" y ", tried.Select(each => each.Form.Version))}. Pase las respuestas a una de ellas o pida que se agregue la nueva versión.");
    }

    internal static int Found(IEnumerable<LabelMatch> chain) => chain.Count(match => match.Label.Question is not null || match.Label.IsFilledOn);

    /// <summary>A detail that nobody gave has no label either.</summary>
    private static int Asked(FormDefinition form) => Expected(form) - form.Questions.Count(question => question.OnlyIf is not null);

    internal static int Expected(FormDefinition form) => form.Questions.Count() + 1;
}
