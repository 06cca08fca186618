namespace Acervo.Ui;

/// <summary>Whose site this is now: what the configuration says, and for what it does not say, what administrators wrote in the browser.</summary>
public sealed class SiteFace(IConfiguration configuration)
{
    private const string Section = "Site";

    private volatile SiteIdentity current = SiteIdentity.From(configuration);

    public SiteIdentity Current => current;

    /// <summary>Whether the configuration says it: then it holds, whatever is written in the browser.</summary>
    public bool IsFixed(string key) => configuration.GetSection($"{Section}:{key}").Exists();

    /// <summary>The site as it would be with these values.</summary>
    /// <exception cref="SettingException">One of them cannot be; the message says why.</exception>
    public SiteIdentity With(IReadOnlyDictionary<string, string> written)
    {
        var free = written.Where(one => one.Value.Length > 0 && !IsFixed(one.Key)).SelectMany(one => one.Key == nameof(SiteIdentity.MailDomains)
            ? Lines(one.Value).Select((line, at) => KeyValuePair.Create($"{Section}:{one.Key}:{at}", (string?)line))
            : [KeyValuePair.Create($"{Section}:{one.Key}", (string?)one.Value)]);
        return SiteIdentity.From(new ConfigurationBuilder().AddInMemoryCollection(free).AddConfiguration(configuration).Build());
    }

    /// <summary>From now on these hold.</summary>
    public void Take(IReadOnlyDictionary<string, string> written) => current = With(written);

    public static string[] Lines(string text) =>
        text.Split(['\n', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
