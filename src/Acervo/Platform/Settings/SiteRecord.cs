using System.Text.Json;
using Acervo.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Settings;

/// <summary>What administrators wrote of the site, by the names that the configuration has for it.</summary>
public sealed class SiteRecord : IAudited, IRevised
{
    public const string Subject = "site";

    public const string Changed = "site.changed";

    public int Id { get; private set; }

    /// <summary>As JSON.</summary>
    public string Written { get; private set; } = "{}";

    public int Revision { get; private set; }

    public Deeds Deeds { get; } = new();

    public IReadOnlyDictionary<string, string> Values => Read(Written);

    public static IReadOnlyDictionary<string, string> Read(string written) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(written, JsonSerializerOptions.Web)!;

    /// <summary>Writes these in place of what there was; the trail says which changed; of whose mail counts as the entity's, also from what to what.</summary>
    public void Write(IReadOnlyDictionary<string, string> values, int by)
    {
        var before = Values;
        var changed = values.Keys.Union(before.Keys).Where(key => values.GetValueOrDefault(key, "") != before.GetValueOrDefault(key, "")).Order().ToList();
        if (changed.Count > 0)
        {
            Written = JsonSerializer.Serialize(values, JsonSerializerOptions.Web);
            Deeds.Add(() => new Deed(Changed, $"{Subject}/{Id}", by, string.Join(", ", changed.Select(key => Told(key, before, values)))));
        }
    }

    private static string Told(string key, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) => key != "MailDomains" ? key
        : $"{key}: «{OneLine(before.GetValueOrDefault(key, ""))}» → «{OneLine(after.GetValueOrDefault(key, ""))}»";

    private static string OneLine(string domains) => string.Join(' ', domains.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static void Describe(ModelBuilder model) => model.Entity<SiteRecord>(site =>
    {
        site.ToTable("site_settings").Ignore(one => one.Deeds).Ignore(one => one.Values);
        site.Property(one => one.Written).HasColumnType("jsonb");
    });
}
