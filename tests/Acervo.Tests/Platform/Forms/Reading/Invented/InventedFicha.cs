using System.Text.Json.Nodes;
using Acervo.Platform.Forms;

namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>One paragraph or list item of an invented long answer; bold is Markdown.</summary>
public sealed record Part(string? Marker, string Text);

/// <summary>A filled-in form made up from a seed: nobody tuned the reader on it.</summary>
public sealed class InventedFicha
{
    private static readonly string[] Subjects = ["La mesa de trabajo", "El laboratorio de datos", "La ruta de atención", "El equipo de archivo",
        "La red de enlaces", "El tablero de control", "La escuela de formación", "El grupo de apoyo"];
    private static readonly string[] Verbs = ["organiza", "publica", "revisa", "acompaña", "mide", "documenta", "simplifica", "comparte"];
    private static readonly string[] Objects = ["los trámites más consultados", "las actas de cada comité", "los tiempos de respuesta",
        "las solicitudes de la ciudadanía", "los inventarios documentales", "las lecciones de cada vigencia", "los indicadores del plan",
        "las guías de uso común"];
    private static readonly string[] Ends = ["con apoyo de las localidades.", "sin generar costos adicionales.", "mediante jornadas mensuales.",
        "a partir de datos abiertos.", "en alianza con otras entidades.", "con metas verificables.", "para toda la administración distrital.",
        "y lo cuenta en lenguaje claro."];
    private static readonly string[] Names = ["Lucía", "Andrés Felipe", "Marta Inés", "Óscar", "Yolanda", "Íngrid", "Julián", "Rosalba"];
    private static readonly string[] Surnames = ["Quiñones Díaz", "Peña", "Bohórquez Ruiz", "Ñáñez", "Cárdenas Mora", "Tibaduiza", "Acuña Gil", "Sarmiento"];
    private static readonly string[] Heads = ["Conclusiones", "Alcance", "Difusión", "Resultados obtenidos", "Línea base", "Otros aspectos",
        "Periodo de implementación", "Anexos"];

    private static readonly string[] Policies = ["Gobierno Digital", "Integridad",
        "Transparencia, Acceso a la Información Pública y Lucha contra la Corrupción"];
    private static readonly string[] Employments = ["Contratista", "Carrera Administrativa", "Libre nombramiento y remoción"];
    private static readonly string[] Annexes = ["Acta_comite_2025.pdf", "Informe final https://example.gov.co/informes/final", "Matriz de seguimiento"];

    private readonly Random random;

    public InventedFicha(FormDefinition form, int seed)
    {
        Form = form;
        random = new Random(seed);
        FilledOn = new DateOnly(random.Next(2021, 2027), random.Next(1, 13), random.Next(1, 29));
        foreach (var question in form.Questions)
        {
            Answer(question);
        }
    }

    public FormDefinition Form { get; }

    public DateOnly FilledOn { get; }

    public FormAnswers Answers { get; } = new();

    public Dictionary<string, List<Part>> Parts { get; } = [];

    public JsonNode? this[string key] => Answers.ToJsonObject()[key];

    private void Answer(FormQuestion question)
    {
        switch (question.Type)
        {
            case QuestionType.Date:
                Answers.Set(question.Key, new DateOnly(random.Next(2012, 2026), random.Next(1, 13), random.Next(1, 29)));
                break;
            case QuestionType.YesNo:
                Answers.Set(question.Key, random.Next(3) switch { 0 => true, 1 => false, _ => null });
                break;
            case QuestionType.People:
                Answers.Set(question.Key, Enumerable.Range(0, random.Next(1, 4)).Select(_ => Name()).Distinct(StringComparer.Ordinal));
                break;
            case QuestionType.Phones:
                Answers.Set(question.Key, Enumerable.Range(0, random.Next(1, 3)).Select(_ => $"30000000{random.Next(10, 99)}")
                    .Distinct(StringComparer.Ordinal));
                break;
            case QuestionType.Emails:
                Answers.Set(question.Key, Enumerable.Range(0, random.Next(1, 4)).Select(number => $"persona{number}.{random.Next(100)}@example.gov.co"));
                break;
            case QuestionType.List:
                Answers.Set(question.Key, (question.ParallelTo is null ? Policies : Employments).Take(random.Next(1, 4)));
                break;
            case QuestionType.Attachments:
                Answers.Set(question.Key, Annexes.Take(random.Next(0, 4)));
                break;
            case QuestionType.Person:
                Answers.Set(question.Key, Name());
                break;
            case QuestionType.LongText:
                Long(question);
                break;
            default:
                Answers.Set(question.Key, question.OnlyIf is { } key && Answers.YesNo(key) != true ? null : Short(question.Key));
                break;
        }
    }

    private void Long(FormQuestion question)
    {
        var parts = new List<Part>();
        if (question.Required || random.Next(2) == 0)
        {
            for (var count = random.Next(1, 6); count > 0; count--)
            {
                Add(parts, question);
            }
        }

        Parts[question.Key] = parts;
        Answers.Set(question.Key, string.Join("\n\n", Grouped(parts)));
    }

    private void Add(List<Part> parts, FormQuestion question)
    {
        switch (random.Next(6))
        {
            case 0:
                var head = Heads[random.Next(Heads.Length)];
                parts.Add(new Part(null, head == question.Label ? $"Sobre {head.ToLowerInvariant()}" : head));
                parts.Add(new Part(null, Sentence()));
                break;
            case 1:
                parts.AddRange(Enumerable.Range(0, random.Next(2, 5))
                    .Select(_ => new Part("-", random.Next(2) == 0 ? $"**Avance:** {Sentence()}" : Sentence())));
                parts.Add(new Part(null, Sentence()));
                break;
            case 2:
                parts.AddRange(Enumerable.Range(1, random.Next(2, 5)).Select(number => new Part($"{number}.", Sentence())));
                parts.Add(new Part(null, Sentence()));
                break;
            default:
                parts.Add(new Part(null, string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Sentence()))));
                break;
        }
    }

    private static IEnumerable<string> Grouped(List<Part> parts)
    {
        for (var start = 0; start < parts.Count;)
        {
            var end = start + 1;
            while (end < parts.Count && parts[start].Marker is not null && parts[end].Marker is not null)
            {
                end++;
            }

            yield return string.Join('\n', parts[start..end].Select(part => part.Marker is null ? part.Text : $"{part.Marker} {part.Text}"));
            start = end;
        }
    }

    private string Short(string key) => key switch
    {
        "title" => $"{Pick(["Ruta", "Escuela", "Bitácora", "Semillero"])} de {Pick(["datos claros", "servicio cercano", "archivo vivo"])}",
        "adapted_from" => Pick(["Alcaldía de Manizales", "Secretaría Distrital de Hacienda", "Archivo General de la Nación"]),
        _ => Pick(["Gestión Documental", "Oficina de Tecnologías", "Subdirección de Servicios", "Equipo de innovación +i", "Servicio a la Ciudadanía"]),
    };

    private string Name() => $"{Pick(Names)} {Pick(Surnames)}";

    private string Sentence() => $"{Pick(Subjects)} {Pick(Verbs)} {Pick(Objects)} {Pick(Ends)}";

    private string Pick(string[] words) => words[random.Next(words.Length)];
}
