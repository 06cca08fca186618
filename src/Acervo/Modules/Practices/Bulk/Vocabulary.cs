namespace Acervo.Modules.Practices.Bulk;

/// <summary>The words of invented practices: subjects that differ from one practice to the next, and sentences to put them in.</summary>
internal static class Vocabulary
{
    /// <summary>In 2,008 of 10,000 practices, for measuring a search with many hits.</summary>
    public const string Common = "humedal";

    public const int RareWords = 200;

    private static readonly string[] Middles = ["ca", "de", "fi", "go", "hu", "ja", "ke", "li", "mo", "nu", "pa", "que", "ri", "so", "tu", "va", "xe", "yi",
        "zo", "bu"];

    private static readonly string[] Ends = ["lup", "mok", "nuf", "rix", "tob", "vug", "zem", "quid", "jap", "ful"];

    /// <summary>What practices are about; the words of one subject do not occur in another.</summary>
    public static readonly (string Name, string[] Things)[] Subjects =
    [
        ("la atención presencial", ["la fila", "el turno", "la ventanilla", "la sala de espera", "el digiturno", "el orientador", "la cita previa",
        "el horario extendido"]),
        ("el lenguaje claro", ["la carta de respuesta", "el oficio", "la plantilla", "el glosario", "la frase corta", "la prueba de lectura", "el formulario",
        "el correo automático"]),
        ("la gestión documental", ["el expediente", "la tabla de retención", "el archivo central", "la radicación", "el inventario", "la digitalización",
        "el préstamo documental", "la foliación"]),
        ("la contratación", ["el pliego", "la minuta", "el estudio previo", "la supervisión", "el acta de inicio", "la liquidación", "el proponente",
        "la garantía"]),
        ("el talento humano", ["la inducción", "el teletrabajo", "la evaluación de desempeño", "el plan de bienestar", "la mentoría", "el relevo",
        "la entrevista de retiro", "el manual de funciones"]),
        ("la cooperación internacional",
        ["el convenio", "la misión técnica", "la ciudad hermana", "el memorando", "la visita oficial", "el donante", "la postulación", "la red de ciudades"]),
        ("los datos abiertos", ["el conjunto de datos", "el diccionario", "la licencia", "el tablero", "la interoperabilidad", "el catálogo",
        "la calidad del dato", "la anonimización"]),
        ("la participación ciudadana",
        ["el cabildo", "la consulta", "el presupuesto participativo", "la veeduría", "el diálogo", "la encuesta", "la asamblea barrial", "el compromiso"]),
        ("la seguridad digital", ["la contraseña", "el respaldo", "la copia cifrada", "el simulacro de ataque", "la alerta temprana", "el doble factor",
        "la vulnerabilidad", "el parche"]),
        ("la planeación", ["el indicador", "la meta", "el plan de acción", "el cronograma", "la batería de preguntas", "el informe trimestral",
        "la cadena de valor", "el hito"]),
        ("las compras sostenibles", ["el papel reciclado", "la huella de carbono", "el proveedor local", "la ficha técnica", "el ciclo de vida", "la bombilla",
        "el consumo de agua", "el residuo"]),
        ("la memoria histórica", ["el testimonio", "la exposición", "el mapa sonoro", "la fotografía", "la conmemoración", "el recorrido guiado", "el relato",
        "la donación"]),
        ("la atención a víctimas", ["la ruta de reparación", "el acompañamiento", "la medida de protección", "el retorno", "la remisión",
        "el enlace psicosocial", "la declaración", "la ayuda inmediata"]),
        ("la movilidad sostenible", ["la bicicleta", "el cicloparqueadero", "el carro compartido", "la ruta institucional", "el viaje", "el peatón",
        "la franja horaria", "el parqueadero"]),
        ("la accesibilidad", ["la lengua de señas", "el lector de pantalla", "la rampa", "el contraste", "el subtítulo", "la lectura fácil",
        "el ajuste razonable", "la señal táctil"]),
        ("el control interno", ["la auditoría", "el hallazgo", "el plan de mejora", "el mapa de riesgos", "la autoevaluación", "la evidencia",
        "el control preventivo", "la alerta"]),
    ];

    public static readonly string[] Actors = ["El equipo", "La dependencia", "La mesa técnica", "El grupo interno", "La dirección", "El comité",
        "La red de enlaces", "La oficina", "El personal de planta", "La subdirección"];

    public static readonly string[] Verbs =
    [
        "revisó", "midió", "rediseñó", "comparó", "documentó", "simplificó", "probó", "ajustó", "ordenó", "cambió", "explicó", "acordó", "repartió", "evaluó",
        "publicó", "unificó",
    ];

    public static readonly string[] Effects =
    [
        "el tiempo de respuesta bajó", "las quejas disminuyeron", "la satisfacción subió", "los errores se redujeron", "el costo se mantuvo",
        "el trámite se acortó",
        "la carga del equipo se equilibró", "la información quedó completa", "las devoluciones desaparecieron", "el cumplimiento mejoró",
    ];

    public static readonly string[] Places =
    [
        "Usaquén", "Chapinero", "Santa Fe", "San Cristóbal", "Usme", "Tunjuelito", "Bosa", "Kennedy", "Fontibón", "Engativá", "Suba", "Barrios Unidos",
        "Teusaquillo", "Los Mártires", "Antonio Nariño",
        "Puente Aranda", "La Candelaria", "Rafael Uribe Uribe", "Ciudad Bolívar", "Sumapaz",
    ];

    public static readonly string[] Months = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre"];

    /// <summary>{a} who, {v} and {w} what they did, {x} and {y} to what, {s} subject, {e} effect, {n} and {m} numbers, {p} place, {t} month.</summary>
    public static readonly string[] Sentences =
    [
        "{a} {v} {x} durante {n} semanas y encontró que el problema no estaba en {y}, sino en la manera de explicarlo.",
        "En {t} {a} {v} {x} con {n} personas de {p} y el resultado sirvió para decidir qué hacer con {y}.",
        "Antes de empezar, {x} dependía de una sola persona; después de {n} reuniones {a} {v} {y} y dejó escrito cada paso.",
        "Con el mismo presupuesto {a} {v} {x}: {e} en un {n} por ciento y {y} dejó de ser motivo de reclamo.",
        "La primera versión de {x} falló en {p} porque nadie preguntó por {y}, y esa lección cambió el orden de las tareas.",
        "Cada lunes {a} {v} {x}, anotó lo que salió distinto y conversó sobre {y} con quienes atienden al público.",
        "Para {s} no basta con comprar tecnología: {a} {v} {x} a mano durante {n} días y solo entonces {w} {y}.",
        "La comparación de {t} con el mismo mes del año anterior mostró que {e}, aunque {x} y {y} recibieron {n} solicitudes más.",
        "Quien quiera repetir la experiencia necesita {n} horas a la semana, alguien que conozca {x} y permiso para cambiar {y}.",
        "El riesgo más grande es que {x} se abandone cuando cambie el equipo; por eso {a} {v} {y} y lo dejó en el procedimiento.",
        "En {p} la comunidad propuso que {y} acompañara a {x}, y {n} personas ofrecieron su tiempo para probarlo.",
        "{a} {v} {x} y {w} {y} sin pedir recursos nuevos; el ahorro equivale a {n} jornadas de trabajo en {m} meses.",
        "Se hicieron {n} visitas a {p} para ver de cerca {x}, y en todas se confirmó que {y} necesitaba una explicación más corta.",
        "Al terminar {t}, {e}: de {m} casos pendientes quedaron {n}, y ninguno por culpa de {x} ni de {y}.",
    ];

    /// <summary>A word that occurs in one practice only.</summary>
    public static string Rare(int number) => $"brin{Middles[number / Ends.Length]}{Ends[number % Ends.Length]}";
}
