using Acervo.Ui;
using Acervo.Ui.Forms;
using Acervo.Ui.Parts;

namespace Acervo.Modules.Home.Style;

/// <summary>Invented content for the style pages: nobody in it exists.</summary>
internal static class StyleExample
{
    public static readonly DateTime Now = new(2026, 3, 12, 15, 4, 0, DateTimeKind.Utc);

    public const string Hash = "9f2c4e1a7b3d5068c1e4f7a92b6d8035e7c1a4f80d2b693e5a7c9f1048d6b2e3";

    public static readonly IReadOnlyList<IReadOnlyList<FieldView>> Given =
    [
        [
            new("aportes.0.quien", "Quién aporta") { Value = "Junta de vecinos", Required = true },
            new("aportes.0.valor", "Cuánto", FieldKind.Money) { Value = "1,250", Error = "«1,250» no es un valor con su moneda." },
        ],
        [new("aportes.1.quien", "Quién aporta") { Required = true }, new("aportes.1.valor", "Cuánto", FieldKind.Money)],
    ];

    public static readonly Navigation Navigation = new()
    {
        Main =
        [
            new("Buenas prácticas", "/practicas"), new("Biblioteca", "/biblioteca"), new("Cooperación", "/cooperacion"),
            new("Convocatorias", "/convocatorias"), new("Diálogos", "/dialogos"), new("Datos abiertos", "/datos"), new("Estilo", "/estilo"),
        ],
        Aside = [new("Transparencia", "/transparencia"), new("Ayuda", "/ayuda"), new("Ingresar", "/ingresar")],
        Footer =
        [
            new("Datos abiertos", "/datos", Group: "Información"), new("API", "/api", Group: "Información"),
            new("Mapa del sitio", "/mapa", Group: "Información"),
            new("Accesibilidad", "/accesibilidad", Group: "Políticas"), new("Tratamiento de datos personales", "/privacidad", Group: "Políticas"),
            new("Términos de uso", "/terminos", Group: "Políticas"),
        ],
    };

    public static readonly StaffFrame Frame = new("Marina Ospina Vélez", "Subdirección de Desarrollo Institucional",
    [
        new("Bandeja", "/bandeja", 7, null, "inbox"),
        new("Por revisar", "/estilo/revision", 4, "Buenas prácticas", "eye"), new("Mis fichas", "/fichas", 2, "Buenas prácticas", "edit"),
        new("Publicadas", "/publicadas", null, "Buenas prácticas", "publish"),
        new("Documentar una práctica", "/fichas/nueva", null, "Buenas prácticas", "plus"),
        new("Personas", "/admin/personas", null, "Administración", "people"), new("Entidades", "/admin/entidades", null, "Administración", "building"),
        new("Historial", "/admin/historial", null, "Administración", "history"),
    ]);

    public static readonly IReadOnlyList<MenuItem> Crumbs = [new("Inicio", "/"), new("Buenas prácticas", "/practicas"),
        new("Servicio a la ciudadanía", "/practicas?tema=servicio")];

    public static readonly RemarkThread Thread = new("linea-base",
    [
        new("Tomás Arrieta Lugo", "Revisor", Now.AddDays(-2),
        "¿De qué fecha es el dato de 41 minutos? Conviene decir cómo se midió para poder compararlo después."),
        new("Elvira Santacruz", "Autora", Now.AddHours(-5), "Es de agosto de 2023, con el digiturno de tres puntos. Lo agrego al texto."),
    ])
    { ReplyHref = "#", SettleHref = "#" };

    public static readonly IReadOnlyList<FormStep> Steps =
    [
        new(1, "Información general", "#1", StepState.Done), new(2, "Identificación", "#2", StepState.Warned, "1 advertencia"),
        new(3, "Contribución", "#3", StepState.Begun, "2 de 3 respuestas", Current: true), new(4, "Sostenibilidad", "#4", StepState.Empty),
        new(5, "Conclusiones", "#5", StepState.Empty), new(6, "Anexos", "#6", StepState.Empty, "Opcional"),
    ];

    public static readonly Facets Facets = new(
    [
        new("Política MIPG",
        [
            new("Servicio al ciudadano", 42, "?", Chosen: true), new("Gestión del conocimiento y la innovación", 31, "?politica=gesco"),
            new("Participación ciudadana en la gestión pública", 18, "?politica=participacion"), new("Gobierno digital", 12, "?politica=digital"),
        ]),
        new("Sector", [new("Gestión pública", 23, "?sector=1"), new("Salud", 14, "?sector=2", Chosen: true), new("Movilidad", 9, "?sector=3")]),
        new("Año de inicio", [new("2025", 11, "?anio=2025"), new("2024", 27, "?anio=2024"), new("2023", 16, "?anio=2023")], Open: false),
    ], "/estilo/resultados");

    public static readonly IReadOnlyList<TimelineEntry> History =
    [
        new(Now.AddDays(-1), "Versión 2 publicada", "Tomás Arrieta Lugo", "Actualiza los resultados de 2025.", "publish"),
        new(Now.AddDays(-3), "Aprobada", "Tomás Arrieta Lugo", null, "check"),
        new(Now.AddDays(-9), "Cambios solicitados", "Tomás Arrieta Lugo", "Tres observaciones sobre la línea base.", "return"),
        new(Now.AddDays(-204), "Versión 1 publicada", "Marina Ospina Vélez", null, "publish"),
    ];

    public static readonly IReadOnlyList<CheckItem> Checks =
    [
        new(CheckLevel.Error, "Responda «Población objetivo»", "#poblacion", "Sección 2. Sin esta respuesta no se puede enviar."),
        new(CheckLevel.Warning, "Revise la fecha de inicio", "#inicio", "El texto habla de 2021 y la fecha dice 15 de febrero de 2025."),
        new(CheckLevel.Fine, "Dos firmas distintas: autora y revisor"),
        new(CheckLevel.Fine, "Sin datos personales en las respuestas publicables"),
    ];

    public static readonly IReadOnlyList<InboxRow> Inbox =
    [
        new("#1", "Turnos que avisan", "Por revisar · Elvira Santacruz la envió", "eye", Now.AddDays(-8), new(2026, 3, 10), -2),
        new("#2", "Archivo vivo de actas barriales", "Por revisar · enviada de nuevo con cambios", "eye", Now.AddDays(-3), new(2026, 3, 14), 2),
        new("#3", "Responder una observación en «Mentores de ventanilla»", "Su ficha · Tomás Arrieta Lugo observó", "comment", Now.AddHours(-5),
        new(2026, 3, 26), 14),
        new("#4", "Confirmar la publicación de «Ruta de bienvenida»", "Segunda persona", "publish", Now.AddMinutes(-40), null, null),
    ];

    public static readonly ScoreSheet Scores = new("Valoración de «Turnos que avisan»", ["Tomás A.", "Marina O.", "Julia P."],
    [
        new("Pertinencia", 20, [18, 17, 19]), new("Resultados medibles", 30, [24, 12, 25]), new("Posibilidad de réplica", 30, [27, 26, 28]),
        new("Sostenibilidad", 20, [15, 16, null]),
    ]);

    public static readonly KinSection Kin = new(
        "Adaptada por", [new("#", "La fila que se pide por teléfono", "Secretaría de Ejemplo", "El paso 3 · Desde el 1 de febrero de 2026")], 63);

    public static readonly Receipt Receipt = new(2, Now.AddDays(-1), Hash, "#");

    public static readonly IReadOnlyList<FileChip> Files =
    [
        new("#", "Ficha completa", "PDF", 418_000, Hash), new("#", "Ficha en el formato oficial", "DOCX", 96_400, Hash),
        new("#", "Datos de la práctica", "JSON", 12_800),
    ];

    public static IReadOnlyList<FieldOption> Policies =>
        [new("1", "Servicio al ciudadano"), new("2", "Gestión del conocimiento y la innovación"), new("3", "Gobierno digital", "Antes «Gobierno en línea»")];
}
