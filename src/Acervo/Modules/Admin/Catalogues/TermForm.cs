using System.ComponentModel.DataAnnotations;
using Acervo.Platform.Reference;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>What a person types about a term, on the page that adds one and on the page that edits one.</summary>
public sealed class TermForm
{
    internal static readonly IReadOnlyList<FieldOption> Confidences = [new("alta", "Alta"), new("media", "Media"), new("baja", "Baja")];

    /// <summary>Typed for a new term only: afterwards it never changes.</summary>
    [StringLength(80, ErrorMessage = "El código puede tener hasta 80 caracteres.")]
    public string? Code { get; set; }

    /// <summary>The revision that was on screen when the person began.</summary>
    public int Revision { get; set; }

    [Required(ErrorMessage = "Escriba el nombre.")]
    [StringLength(600, ErrorMessage = "El nombre puede tener hasta 600 caracteres.")]
    public string? Name { get; set; }

    [StringLength(300, ErrorMessage = "La sigla o el dato puede tener hasta 300 caracteres.")]
    public string? Short { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>One other name a line.</summary>
    [StringLength(8000, ErrorMessage = "Los otros nombres pueden tener hasta 8.000 caracteres.")]
    public string? Aliases { get; set; }

    [StringLength(600, ErrorMessage = "La fuente puede tener hasta 600 caracteres.")]
    public string? Source { get; set; }

    [StringLength(60, ErrorMessage = "La confianza puede tener hasta 60 caracteres.")]
    public string? Confidence { get; set; }

    public static TermForm Of(Term term) => new()
    {
        Revision = term.Revision,
        Name = term.Name,
        Short = term.Short,
        From = term.ValidFrom,
        To = term.ValidTo,
        Aliases = string.Join('\n', term.Aliases.Select(alias => alias.Alias).Order(StringComparer.CurrentCulture)),
        Source = term.Source,
        Confidence = term.Confidence,
    };

    /// <summary>Takes the two days from their three boxes each.</summary>
    public void ReadDays(IFormCollection posted, ModelStateDictionary state)
    {
        From = ReadDay(posted, "Form.From", state);
        To = ReadDay(posted, "Form.To", state);
    }

    /// <summary>The code of a term to be added.</summary>
    public string ReadNewCode(ModelStateDictionary state)
    {
        var code = (Code ?? "").Trim();
        if (code.Length == 0)
        {
            state.AddModelError("Form.Code", "Escriba el código.");
        }

        return code;
    }

    public void WriteTo(Term term, DateTime? now, int by)
    {
        term.Edit(Name ?? "", Short ?? "", From, To, (Aliases ?? "").Split('\n'), now, by);
        (term.Source, term.Confidence) = ((Source ?? "").Trim(), (Confidence ?? "").Trim());
    }

    /// <summary>What differs between two versions, label by label, for a person to choose from.</summary>
    public IEnumerable<(string Label, string Theirs, string Mine)> Differences(TermForm mine) => new[]
    {
        ("Nombre", Name, mine.Name),
        ("Sigla o dato", Short, mine.Short),
        ("Vigente desde", $"{From:yyyy-MM-dd}", $"{mine.From:yyyy-MM-dd}"),
        ("Vigente hasta", $"{To:yyyy-MM-dd}", $"{mine.To:yyyy-MM-dd}"),
        ("Otros nombres", Aliases, mine.Aliases),
        ("Fuente", Source, mine.Source),
        ("Confianza", Confidence, mine.Confidence),
    }.Select(pair => (pair.Item1, Plain(pair.Item2), Plain(pair.Item3))).Where(pair => pair.Item2 != pair.Item3);

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static DateOnly? ReadDay(IFormCollection posted, string name, ModelStateDictionary state)
    {
        state.Remove(name);
        var parts = DayParts.Read(posted, name);
        if (!parts.IsEmpty && parts.ToDay() is null)
        {
            state.AddModelError(name, "Escriba una fecha que exista, o deje los tres campos vacíos.");
        }

        return parts.ToDay();
    }
}
