namespace Acervo.Platform.OpenData.Feeds;

/// <summary>A channel of publications, whatever the format it is written in. Every address in it is absolute.</summary>
public sealed record Feed(string Title, string Description, string HomeUrl, string SelfUrl, DateTime UpdatedAt, string Author,
    IReadOnlyList<FeedEntry> Entries);

/// <summary>One publication in a channel. Its id outlives a change of address or version.</summary>
public sealed record FeedEntry(string Id, string Url, string JsonUrl, string Title, string Summary, string Author, DateTime FirstAt, DateTime PublishedAt,
    IReadOnlyList<string> Tags);
