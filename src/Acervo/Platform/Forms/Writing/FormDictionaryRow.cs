using System.Text.Json;

namespace Acervo.Platform.Forms.Writing;

/// <summary>What the data dictionary says about one question of one version of a form.</summary>
public sealed record FormDictionaryRow(
    string Form,
    string Version,
    string Key,
    string Label,
    int SectionNumber,
    string Section,
    string Type,
    bool IsList,
    bool Required,
    bool Personal,
    bool Published,
    int? MaxLength,
    string? Catalogue,
    string? ParallelTo,
    string? OnlyIf,
    string? Help)
{
    public static FormDictionaryRow Of(FormDefinition form, FormSection section, FormQuestion question) => new(
        form.Code,
        form.Version,
        question.Key,
        question.Label,
        section.Number,
        section.Title,
        JsonNamingPolicy.CamelCase.ConvertName(question.Type.ToString()),
        question.IsList || question.Columns.Count > 0,
        question.Required,
        question.Personal,
        question.Publish == PublishRule.Always,
        question.MaxLength,
        question.Catalogue,
        question.ParallelTo,
        question.OnlyIf,
        question.Help);
}
