using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Acervo.Platform.Http;
using Acervo.Platform.Printing;
using Acervo.Platform.Publications;
using Acervo.Ui;

namespace Acervo.Platform.OpenData;

/// <summary>
/// The picture that chats and networks show with a link to a publication: its title, what it is, whose, and the mark of the site. Drawn when somebody
/// first asks for it and kept: see <see cref="PrintShelf"/>. Its key names all that it shows, so that another title is another address.
/// </summary>
public sealed class ShareCards(DataFolder folder, Chromium chromium, SiteFace face, SiteUrl address, Assets assets, TimeProvider clock) : IDisposable
{
    public const string Extension = ".png";

    /// <summary>Pixels, as those who show it ask for.</summary>
    public const int Width = 1200;

    public const int Height = 630;

    /// <summary>Letters that stand in five lines of the smallest size; what is longer ends in an ellipsis.</summary>
    private const int LongestTitle = 190;

    /// <summary>Another program may draw the same words otherwise.</summary>
    private static readonly string Program = typeof(ShareCards).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    private readonly PrintShelf shelf = new(folder, "png", new(
        "Esta imagen no se pudo hacer hace un momento. Inténtelo en un minuto.", "Hay varias imágenes en espera. Inténtelo en medio minuto."), clock);

    /// <summary>Whether this machine can draw; where it cannot, pages name no picture.</summary>
    public static bool AreAvailable => Chromium.Installed is not null;

    /// <summary>Names all that the picture of such a publication shows.</summary>
    public string KeyOf(PublicationKind kind, string title, string organisation)
    {
        var site = face.Current;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{Program}\n{kind.Singular}\n{title}\n{organisation}\n{site.Product}\n{site.Accent}\n{assets.Mark.Hash}\n{address.Root}")))[..16];
    }

    /// <summary>Where the picture is kept.</summary>
    /// <exception cref="RuleException">There is no Chromium.</exception>
    /// <exception cref="PrinterBusyException">Too many wait, or the same picture failed a moment ago.</exception>
    public Task<string> DrawAsync(PublicationKind kind, PublishedVersion of, CancellationToken cancel)
    {
        chromium.CheckInstalled();
        return shelf.KeepAsync($"{kind.Kind}-{of.Item}", KeyOf(kind, of.Title, of.Organisation),
            kept => chromium.DrawAsync(Page(kind.Singular, of.Title, of.Organisation), Width, Height, kept), cancel);
    }

    public void Dispose() => shelf.Dispose();

    /// <summary>A page that asks nothing of any address and runs nothing; every word in it is encoded.</summary>
    private string Page(string kind, string title, string organisation)
    {
        var (site, shown) = (face.Current, Cut(title));
        return $$"""
            <!doctype html><html lang="es"><head><meta charset="utf-8"><style>
            * { margin: 0; box-sizing: border-box; }
            body { width: {{Width}}px; height: {{Height}}px; padding: 62px 72px 56px; display: flex; flex-direction: column; overflow: hidden;
              background: #fff; color: #1b1f24; border-top: 20px solid {{site.Accent}};
              font-family: "Noto Sans", "Segoe UI", "Liberation Sans", "DejaVu Sans", Arial, sans-serif; }
            header, footer { display: flex; align-items: center; gap: 20px; font-size: 30px; }
            header img { width: 60px; height: 60px; } header b { font-size: 34px; } header span { margin-left: auto; color: {{site.Accent}}; font-weight: 600; }
            h1 { flex: 1; display: flex; align-items: center; font-size: {{SizeOf(shown)}}px; line-height: 1.16; letter-spacing: -.01em;
              overflow-wrap: anywhere; }
            footer { padding-top: 26px; border-top: 2px solid #c9ced6; align-items: flex-end; }
            footer b { font-weight: 600; line-height: 1.25; } footer span { margin-left: auto; color: #535b66; font-size: 26px; white-space: nowrap; }
            </style></head><body>
            <header><img src="{{assets.Mark.Data}}" alt=""><b>{{Safe(site.Product)}}</b><span>{{Safe(kind)}}</span></header>
            <h1><span>{{Safe(shown)}}</span></h1>
            <footer><b>{{Safe(organisation)}}</b><span>{{Safe(new Uri(address.Root).Authority)}}</span></footer>
            </body></html>
            """;
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    /// <summary>By letters as people see them: half of one is never shown.</summary>
    private static string Cut(string title)
    {
        var letters = new StringInfo(title);
        return letters.LengthInTextElements <= LongestTitle ? title : letters.SubstringByTextElements(0, LongestTitle - 1).TrimEnd() + "…";
    }

    /// <summary>Pixels, so that the title fills the middle of the picture and stays within it.</summary>
    private static int SizeOf(string title) => title.Length switch
    {
        <= 40 => 84,
        <= 75 => 68,
        <= 120 => 56,
        _ => 46,
    };
}
