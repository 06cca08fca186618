using System.Text.RegularExpressions;
using Acervo.Platform.Forms.Kinds;

namespace Acervo.Platform.Forms;

/// <summary>What a form file must hold to be asked, read, printed and published. Each fault is a sentence for whoever wrote the file.</summary>
public static partial class FormCheck
{
    private const int LongestText = 50_000;

    private const int MostColumns = 8;

    /// <summary>Boxes of one page at most; a browser's form is taken with a little over a thousand.</summary>
    private const int MostBoxes = 900;

    /// <summary>Names that a record, a page or its open data have already.</summary>
    private static readonly HashSet<string> Taken = new(
        ["filledOn", "summary", "goals", "adapts", "changeNote", "files", "version", "accept", "quitar", "agregar"], StringComparer.Ordinal);

    public static IEnumerable<string> FaultsOf(FormDefinition form) =>
    [
        .. Empty(("code", form.Code), ("version", form.Version), ("kind", form.Kind), ("name", form.Name), ("heading", form.Heading)),
        .. form.InForce.From > form.InForce.To ? ["La vigencia termina antes de empezar."] : Array.Empty<string>(),
        .. form.Sections.Select(section => section.Number).SequenceEqual(Enumerable.Range(1, form.Sections.Count)) && form.Sections.Count > 0 ? []
            : new[] { "Las secciones se numeran 1, 2, 3…, sin saltos, y hay al menos una." },
        .. form.Sections.Where(section => section.Questions.Count == 0).Select(section => $"La sección {section.Number} no tiene preguntas."),
        .. form.Sections.Select(section => (section.Number, Boxes: BoxesOf(section))).Where(section => section.Boxes > MostBoxes).Select(section =>
            $"La sección {section.Number} puede llegar a {section.Boxes} casillas y caben {MostBoxes}: pase un grupo a otra sección o quítele columnas."),
        .. form.Question("title") is null ? new[] { "Falta la pregunta «title», que es el nombre con el que se encuentra la ficha." } : [],
        .. Repeated(form.Questions),
        .. form.Questions.SelectMany(question => Of(form, question)),
    ];

    private static IEnumerable<string> Of(FormDefinition form, FormQuestion question)
    {
        foreach (var fault in Of(question))
        {
            yield return fault;
        }

        if (Taken.Contains(question.Key))
        {
            yield return $"La clave «{question.Key}» ya es de otra cosa. Dé otra a la pregunta «{question.Label}».";
        }

        if (question.OnlyIf is { } condition && (form.Question(condition)?.Type != QuestionType.YesNo || question.Required))
        {
            yield return $"«{question.Key}» depende de «{condition}»: esa debe ser una pregunta de sí o no, y ella no puede ser obligatoria.";
        }

        if (question.ParallelTo is { } other && !(question.Kind.IsList && other != question.Key && form.Question(other) is { Kind.IsList: true }))
        {
            yield return $"«{question.Key}» va en paralelo con «{other}»: las dos deben ser listas.";
        }

        if ((question.Columns.Count > 0) != (question.Type == QuestionType.Group) || question.Columns.Count > MostColumns)
        {
            yield return $"«{question.Key}»: un grupo («group») tiene de 1 a {MostColumns} columnas, y lo que no es un grupo no tiene ninguna.";
        }

        foreach (var column in question.Columns)
        {
            foreach (var fault in Of(column))
            {
                yield return fault;
            }

            if (column.IsList || column.Type == QuestionType.Group || column.OnlyIf is not null || column.ParallelTo is not null)
            {
                yield return $"La columna «{column.Key}» de «{question.Key}» debe ser de un solo valor y no depender de otra pregunta.";
            }
        }

        foreach (var fault in Repeated(question.Columns))
        {
            yield return fault;
        }
    }

    /// <summary>What holds for a question and for a column of a group.</summary>
    private static IEnumerable<string> Of(FormQuestion question)
    {
        if (!KeyShape().IsMatch(question.Key))
        {
            yield return $"La clave «{question.Key}» debe empezar por una letra minúscula y tener solo letras sin tilde, cifras y «_».";
        }

        if (string.IsNullOrWhiteSpace(question.Label) || question.Label.EndsWith(':'))
        {
            yield return $"«{question.Key}» necesita un rótulo sin dos puntos al final.";
        }

        if (question.MaxLength is < 1 or > LongestText)
        {
            yield return $"«{question.Key}»: el máximo de caracteres va de 1 a {LongestText}.";
        }

        if ((question.Options.Count > 1) != (question.Type == QuestionType.Choice) || question.Options.Distinct().Count() != question.Options.Count)
        {
            yield return $"«{question.Key}»: una elección («choice») tiene al menos dos opciones distintas, y lo que no es una elección no tiene ninguna.";
        }

        if ((question.Type == QuestionType.Publication) != (question.Kinds.Count > 0)
            || (question.Type == QuestionType.Reference && question.Catalogue is null))
        {
            yield return $"«{question.Key}»: una referencia («reference») dice su «catalogue», y una a lo publicado («publication») sus «kinds»; lo demás no "
                + "tiene «kinds».";
        }

        if ((question.Several && question.Kind is not ReferenceKind) || (question.Relation is not null && question.Type != QuestionType.Publication))
        {
            yield return $"«{question.Key}»: solo una referencia puede ser a varias cosas («several»), y solo a lo publicado tiene «relation».";
        }

        if (question is { Publish: PublishRule.Always } && (question.Personal || question.Kind.IsContact))
        {
            yield return $"«{question.Key}» identifica a una persona: agregue \"publish\": \"never\" y \"personal\": true, o quite lo segundo si no la "
                + "identifica.";
        }
    }

    /// <summary>How many boxes a section has when its groups are full.</summary>
    private static int BoxesOf(FormSection section) => section.Questions.Sum(question => question.Columns.Count == 0 ? 1
        : Kinds.GroupKind.MostRows * question.Columns.Sum(column => Math.Max(1, column.Kind.Boxes(column, new FormAnswers()).Count())));

    private static IEnumerable<string> Repeated(IEnumerable<FormQuestion> questions) => questions.GroupBy(question => question.Key, StringComparer.Ordinal)
        .Where(group => group.Count() > 1).Select(group => $"La clave «{group.Key}» está repetida.");

    private static IEnumerable<string> Empty(params (string Name, string Text)[] texts) =>
        texts.Where(text => string.IsNullOrWhiteSpace(text.Text)).Select(text => $"Falta «{text.Name}».");

    [GeneratedRegex("^[a-z][A-Za-z0-9_]{0,59}$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyShape();
}
