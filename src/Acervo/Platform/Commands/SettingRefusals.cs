using System.Text.RegularExpressions;
using Acervo.Ui;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Acervo.Platform.Commands;

/// <summary>Says in one line what is wrong with a setting that kept the program from starting; a fault of the program itself keeps its stack.</summary>
internal static partial class SettingRefusals
{
    public static string? SentenceOf(Exception exception) => exception switch
    {
        SettingException setting => setting.Message,
        OptionsValidationException options => $"La configuración no es válida: {options.Message}",
        InvalidOperationException when Unreadable().Match(exception.Message) is { Success: true } match =>
            $"El valor de configuración «{match.Groups["name"].Value}» no se entiende: se esperaba {match.Groups["type"].Value.Split('.')[^1]}.",
        PostgresException refused => $"La base de datos no aceptó el trabajo: {refused.MessageText} ({refused.SqlState}). Revise Database:Primary.",
        FencedException fenced => $"La base de datos que responde no es la de esta instalación: {fenced.Message}",
        _ when DatabaseAway.Is(exception) => $"La base de datos no responde: {Innermost(exception).Message} Revise Database:Primary.",
        ArgumentException { Source: "Npgsql" } => $"Database:Primary no es una cadena de conexión válida: {exception.Message.Split('\n')[0]}",
        UnauthorizedAccessException => $"No hay permiso sobre un archivo o carpeta: {exception.Message}",
        _ => null,
    };

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    /// <summary>How the framework says that it cannot read a value.</summary>
    [GeneratedRegex("^Failed to convert configuration value .*?at '(?<name>[^']+)' to type '(?<type>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unreadable();
}
