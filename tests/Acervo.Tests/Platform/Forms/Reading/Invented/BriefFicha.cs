using System.Globalization;
using System.Text;
using Acervo.Platform.Forms;
using DocumentFormat.OpenXml;

namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>Writes an invented ficha as people answer without the form: in a mail with labels of their own, or in one table of two or three columns.</summary>
public sealed class BriefFicha(InventedFicha ficha, int seed)
{
    private static readonly Dictionary<string, string[]> Labels = new(StringComparer.Ordinal)
    {
        ["title"] = ["Nombre de la práctica", "Nombre", "Título de la buena práctica", "Nombre de la buena práctica"],
        ["responsible_unit"] = ["Dependencia", "Dependencia responsable", "Dependencia que lidera", "Área responsable"],
        ["unit_head"] = ["Directivo(a)", "Directivo responsable", "Jefe de la dependencia", "Nombre del directivo"],
        ["process"] = ["Proceso", "Proceso asociado", "Proceso al que pertenece"],
        ["mipg_policies"] = ["Política MIPG", "Políticas", "Política de MIPG", "Política MIPG a la que aporta"],
        ["work_group"] = ["Equipo", "Grupo de trabajo", "Equipo y/o grupo", "Equipo de trabajo"],
        ["responsible_people"] = ["Responsable(s)", "Colaborador(a)", "Colaboradores", "Personas responsables"],
        ["employment_types"] = ["Vinculación", "Tipo de vinculación", "Tipo de vinculación laboral"],
        ["contact_phones"] = ["Teléfono", "Tel.", "Celular", "Número de celular", "Teléfono de contacto"],
        ["contact_emails"] = ["Correo", "E-mail", "Correo electrónico", "Correo institucional"],
        ["started_on"] = ["Fecha de inicio", "Inicio", "Fecha inicio", "Fecha de inicio de la práctica"],
        ["is_adaptation"] = ["Adaptación", "¿Es una adaptación?", "Adaptación de otra entidad", "Es adaptación de otra entidad"],
        ["description"] = ["Descripción", "Descripción breve", "Descripción general"],
        ["baseline"] = ["Línea base", "Línea de base"],
        ["target_population"] = ["Población", "Población objetivo", "Población beneficiada"],
        ["scope"] = ["Alcance", "Alcance y objetivos"],
        ["contribution"] = ["Aporte", "Aportes", "Aporte de la práctica"],
        ["dissemination"] = ["Difusión", "Actividades de difusión"],
        ["other_aspects"] = ["Otros aspectos", "Otros"],
        ["future_challenges"] = ["Retos", "Retos a futuro", "Retos futuros"],
        ["stability"] = ["Estabilidad", "Estabilidad en el tiempo"],
        ["conclusions"] = ["Conclusiones", "Conclusión"],
        ["annexes"] = ["Anexos", "Anexos y soportes", "Soportes"],
    };

    private readonly Random random = new(seed * 31 + 7);
    private readonly bool upper = seed % 4 == 1;
    private readonly bool plain = seed % 3 == 1;
    private readonly bool bold = seed % 5 == 2;

    /// <summary>A mail: greeting, labels with their answers, farewell, and what the program of mail and the reply add.</summary>
    public string Mail()
    {
        var text = new StringBuilder("Buenas tardes, equipo:\n\nEnvío la información de nuestra práctica para el banco.\n\n");
        text.Append($"{Shown("Fecha de diligenciamiento")} {ficha.FilledOn:dd/MM/yyyy}\n");
        foreach (var question in Asked(seed % 6 == 5))
        {
            var answer = Answer(question);
            var isLong = question.Type is QuestionType.LongText or QuestionType.Attachments;
            var blank = isLong || seed % 2 == 0 ? "\n" : "";
            text.Append(isLong && seed % 7 != 3 || answer.StartsWith('-') || answer.StartsWith("1.", StringComparison.Ordinal)
                ? $"\n{Shown(LabelOf(question))}\n\n{answer}\n{blank}" : $"{Shown(LabelOf(question))} {answer}\n{blank}");
        }

        text.Append("\nCordialmente,\n\nLucía Peña\nProfesional especializada\n300 000 0099\n\n"
            + "Este mensaje y sus adjuntos son confidenciales y solo los puede usar la "
            + "persona a quien van dirigidos; si lo recibió por error, bórrelo y avise a quien lo envió.\n");
        return seed % 3 == 0 ? text.Append(Blank()).ToString() : text.ToString();
    }

    /// <summary>The rows of a table: label left, answer right, in an order of their own; some tables number their rows or ask what the form does not.</summary>
    public byte[] Table(bool printed)
    {
        var pieces = new WordPieces(new FichaStyle());
        var rows = new List<IReadOnlyList<IReadOnlyList<OpenXmlElement>>>();
        var isNumbered = seed % 3 == 2;
        if (seed % 2 == 0)
        {
            rows.Add(Row("N.º", isNumbered, [WordPieces.Paragraph("Campo", bold: true)], [WordPieces.Paragraph("Respuesta", bold: true)]));
        }

        rows.Add(Row("0", isNumbered, [WordPieces.Paragraph(printed ? ficha.Form.FilledOnLabel! : "Fecha de diligenciamiento")],
            [WordPieces.Paragraph($"{ficha.FilledOn:dd/MM/yyyy}")]));
        foreach (var (question, index) in Asked(true).Select((question, index) => (question, index)))
        {
            var label = WordPieces.Paragraph(printed ? question.Label : Cased(LabelOf(question)), bold: seed % 2 == 0);
            List<OpenXmlElement> answer = question.Type == QuestionType.LongText ? [.. ficha.Parts[question.Key].Select(pieces.Part)]
                : [.. Answer(question).Split('\n').Select(line => WordPieces.Paragraph(line))];
            rows.Add(Row($"{1 + index / 6}.{1 + index % 6}", isNumbered,
                printed && seed % 4 == 0 && question.Help is { } help ? [label, WordPieces.Paragraph(help, grey: true)] : [label], answer));
            if (index == 5 && seed % 4 == 3)
            {
                rows.Add(Row("", isNumbered, [WordPieces.Paragraph("Código interno")], [WordPieces.Paragraph("BP-17 de 2025")]));
            }
        }

        return WordFicha.Package([WordPieces.Paragraph("Ficha de la práctica", bold: true), WordPieces.Table(rows)], seed % 2 == 0 ? ficha.Form : null);
    }

    private static IReadOnlyList<IReadOnlyList<OpenXmlElement>> Row(string number, bool isNumbered, IReadOnlyList<OpenXmlElement> label,
        IReadOnlyList<OpenXmlElement> answer) => isNumbered ? [[WordPieces.Paragraph(number)], label, answer] : [label, answer];

    private IEnumerable<FormQuestion> Asked(bool shuffled)
    {
        var asked = ficha.Form.Questions.Where(question => question.OnlyIf is null).ToList();
        return shuffled ? asked.OrderBy(_ => random.Next()).ToList() : asked;
    }

    private string LabelOf(FormQuestion question) => Labels[question.Key] is var known ? known[random.Next(known.Length)] : question.Label;

    private string Answer(FormQuestion question) => question.Type switch
    {
        QuestionType.Date when ficha.Answers.Date(question.Key) is { } day => seed % 2 == 0 ? $"{day:dd/MM/yyyy}"
            : day.ToString("d 'de' MMMM 'de' yyyy", CultureInfo.GetCultureInfo("es-CO")),
        QuestionType.YesNo => ficha.Answers.YesNo(question.Key) switch { true => "Sí", false => "No", null => "" },
        QuestionType.Attachments => string.Join('\n', ficha.Answers.List(question.Key)),
        _ when question.IsList => string.Join(seed % 2 == 0 ? " / " : "; ", ficha.Answers.List(question.Key)),
        _ => ficha.Answers.Text(question.Key) ?? "",
    };

    private string Shown(string label) => seed % 8 == 6 ? $"{Cased(label)} -" : bold ? $"**{Cased(label)}:**" : $"{Cased(label)}:";

    private string Cased(string label)
    {
        label = upper ? label.ToUpperInvariant() : label;
        return !plain ? label : string.Concat(label.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
    }

    /// <summary>The mail that asked for it, with the labels of the form and no answers.</summary>
    private string Blank() => "\nEl mar, 4 nov 2025 a las 10:12, Banco de prácticas <banco@example.gov.co> escribió:\n> Buenos días, agradecemos responder:\n"
        + string.Join('\n', ficha.Form.Questions.Where(question => question.OnlyIf is null).Select(question => $"> {question.Label}:")) + "\n";
}
