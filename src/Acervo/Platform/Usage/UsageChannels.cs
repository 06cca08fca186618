namespace Acervo.Platform.Usage;

/// <summary>
/// The channels that there are: those of the platform, and the ones that modules put into their links (<c>?canal=whatsapp</c>). Only what is on
/// this list is told apart, so that nobody fills the store with names of their own.
/// </summary>
public sealed class UsageChannels
{
    /// <summary>In a link that leads to the page of a publication: which channel it was put into.</summary>
    public const string Parameter = "canal";

    public const string Page = "page";

    public const string Pdf = "pdf";

    public const string Word = "word";

    public const string File = "file";

    public const string Json = "json";

    public const string Feed = "feed";

    private readonly List<UsageChannel> all =
    [
        new(Page, "Página"), new(Pdf, "PDF"), new(Word, "Word"), new(File, "Archivos"), new(Json, "Datos"), new(Feed, "RSS y Atom"),
    ];

    private readonly Dictionary<string, UsageChannel> links = new(StringComparer.Ordinal) { [Feed] = new(Feed, "") };

    public IReadOnlyList<UsageChannel> All => all;

    /// <summary>Adds one that links name.</summary>
    public void Add(UsageChannel channel)
    {
        all.Add(channel);
        links.Add(channel.Code, channel);
    }

    /// <summary>What people read; of a module that is off, the code.</summary>
    public string TitleOf(string code) => all.Find(channel => channel.Code == code)?.Title ?? code;

    /// <summary>In the order of the list, and then those of modules that are off.</summary>
    public int PlaceOf(string code) => all.FindIndex(channel => channel.Code == code) is var place and >= 0 ? place : all.Count;

    /// <summary>Remembers the channel that the link of this request names, before the cache takes it away. One that nobody declared is none.</summary>
    internal void Remember(HttpContext context)
    {
        if (context.Request.Query.TryGetValue(Parameter, out var named) && named is [{ } code, ..] && links.TryGetValue(code, out var channel))
        {
            context.Items[typeof(UsageChannel)] = channel;
        }
    }
}
