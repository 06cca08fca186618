namespace Acervo.Modules.Accounts.Mine;

/// <summary>Says in words what a browser tells of itself, enough for its owner to recognise it: «Chrome en Windows».</summary>
internal static class DeviceWords
{
    // The order matters: almost every browser also calls itself what it imitates.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"),
        ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string agent) => (Find(Browsers, agent), Find(Systems, agent)) switch
    {
        ({ } browser, { } system) => $"{browser} en {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"Un navegador en {system}",
        _ => agent.Length > 0 ? agent : "Sin identificar",
    };

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.Where(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Select(one => one.Name).FirstOrDefault();
}
