using System.Reflection;
using System.Text.Json;

namespace Acervo.Platform.Forms;

/// <summary>Every form file, of the program and beside the data, read once: the one place that knows which forms exist and which is in force.</summary>
public sealed class FormCatalogue
{
    public static FormCatalogue Default { get; } = new(Load(typeof(FormCatalogue).Assembly));

    private FormCatalogue(IReadOnlyList<FormDefinition> all, IReadOnlyList<string>? faults = null) => (All, Faults) = (all, faults ?? []);

    public IReadOnlyList<FormDefinition> All { get; }

    /// <summary>Why files beside the data are not used, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }

    public FormDefinition? Find(string code, string version) =>
        All.FirstOrDefault(form => form.Code == code && form.Version == version);

    /// <summary>What the box of a page asks for, whatever form it is of; a cell of a group by both its names. Null when no form has it.</summary>
    public string? LabelOf(string box) => All.Select(form => form.Question(box)?.Label ?? CellOf(form, box.Split('.')))
        .FirstOrDefault(label => label is not null);

    private static string? CellOf(FormDefinition form, string[] box) => box.Length > 2 && form.Question(box[0]) is { } group
        && group.Columns.FirstOrDefault(column => column.Key == box[2]) is { } column ? $"{group.Label}: {column.Label}" : null;

    /// <summary>The form of this kind in force on a day, of several the one that began last; the newest one when none covers it.</summary>
    public FormDefinition InForce(string kind, DateOnly day) =>
        All.Where(form => form.Kind == kind && form.InForce.Covers(day)).OrderByDescending(form => form.InForce.From ?? DateOnly.MinValue).FirstOrDefault()
        ?? All.Where(form => form.Kind == kind).OrderByDescending(form => form.Version, StringComparer.Ordinal).First();

    /// <summary>The forms of these assemblies; read once where they are the program's alone.</summary>
    public static FormCatalogue Of(IReadOnlyCollection<Assembly> assemblies) =>
        assemblies.All(assembly => assembly == typeof(FormCatalogue).Assembly) ? Default : new FormCatalogue([.. assemblies.SelectMany(Load)]);

    /// <summary>With the forms that stand beside the data.</summary>
    public FormCatalogue With(string folder, FormNames names)
    {
        var (forms, faults) = FormFolder.Read(folder, All, names);
        return forms.Count == 0 && faults.Count == 0 ? this : new FormCatalogue([.. All, .. forms], faults);
    }

    private static FormDefinition[] Load(Assembly assembly) => [.. assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".form.json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => Read(assembly, name))];

    private static FormDefinition Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<FormDefinition>(stream, FormJson.Options)
            ?? throw new InvalidDataException($"The form file {name} is empty.");
    }
}
