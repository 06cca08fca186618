using System.Text.Json;
using Acervo.Platform.Forms;

namespace Acervo.Platform.OpenData.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1.</summary>
internal static class FeedJson
{
    public static byte[] Write(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object>
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["description"] = feed.Description,
            ["home_page_url"] = feed.HomeUrl,
            ["feed_url"] = feed.SelfUrl,
            ["language"] = "es-CO",
            ["authors"] = new[] { new { name = feed.Author } },
            ["items"] = feed.Entries.Select(Item),
        },
        FormJson.Options);

    private static Dictionary<string, object> Item(FeedEntry entry) => new()
    {
        ["id"] = entry.Id,
        ["url"] = entry.Url,
        ["title"] = entry.Title,
        ["content_text"] = entry.Summary,
        ["date_published"] = entry.FirstAt,
        ["date_modified"] = entry.PublishedAt,
        ["authors"] = new[] { new { name = entry.Author } },
        ["tags"] = entry.Tags,
        ["attachments"] = new[] { new { url = entry.JsonUrl, mime_type = "application/json", title = "Datos canónicos" } },
    };
}
