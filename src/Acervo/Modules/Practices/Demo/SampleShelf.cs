using System.Reflection;
using System.Text;

namespace Acervo.Modules.Practices.Demo;

/// <summary>The folder <c>samples</c> as it travels inside the program, so that the demonstration loads from anywhere.</summary>
internal static class SampleShelf
{
    private const string Root = "samples/";

    /// <summary>Every sample, in the order of its file name.</summary>
    public static IReadOnlyList<SampleFicha> Fichas() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith(".ficha.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => SampleFicha.FromJson(Encoding.UTF8.GetString(Read(name)))),
    ];

    /// <summary>A document or an annex, by its name.</summary>
    public static byte[] Document(string name) => Read($"{Root}documentos/{name}");

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no sample {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
