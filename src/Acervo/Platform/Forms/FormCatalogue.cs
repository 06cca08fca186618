using System.Reflection;
using System.Text.Json;

namespace Acervo.Platform.Forms;

/// <summary>Every form file of the program, read once: the one place that knows which forms exist and which is in force.</summary>
public sealed class FormCatalogue
{
    public static FormCatalogue Default { get; } = new(Load(typeof(FormCatalogue).Assembly));

    private FormCatalogue(IReadOnlyList<FormDefinition> all) => All = all;

    public IReadOnlyList<FormDefinition> All { get; }

    public FormDefinition? Find(string code, string version) =>
        All.FirstOrDefault(form => form.Code == code && form.Version == version);

    /// <summary>The form of this kind in force on a day; the newest one when none covers it.</summary>
    public FormDefinition InForce(string kind, DateOnly day) =>
        All.FirstOrDefault(form => form.Kind == kind && form.InForce.Covers(day))
        ?? All.Where(form => form.Kind == kind).OrderByDescending(form => form.Version, StringComparer.Ordinal).First();

    /// <summary>The forms of these assemblies; read once where they are the program's alone.</summary>
    public static FormCatalogue Of(IReadOnlyCollection<Assembly> assemblies) =>
        assemblies.All(assembly => assembly == typeof(FormCatalogue).Assembly) ? Default : new FormCatalogue([.. assemblies.SelectMany(Load)]);

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
