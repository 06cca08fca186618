using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Acervo.Ui;

/// <summary>The styles, scripts and icons of the site, read once from the program itself and served for ever under their hash.</summary>
public sealed class Assets
{
    /// <summary>The order in which the layers of the style sheet follow one another.</summary>
    private static readonly string[] Layers =
        ["tokens", "page", "site", "staff", "controls", "forms", "parts", "overlays", "browse", "data", "reading", "rooms", "print"];

    private const string ProgramMark = "mark.svg";

    private readonly SiteFace? face;
    private readonly FrozenDictionary<string, AssetFile> files;
    private readonly FrozenDictionary<string, IHtmlContent> icons;

    /// <summary>The style sheet in the accent of the site; made anew when that changes.</summary>
    private volatile Painted painted;

    /// <summary>The mark of the entity as it was last asked for, and what it is kept as.</summary>
    private volatile Marked? marked;

    public Assets(SiteFace face) : this(face.Current) => this.face = face;

    public Assets(SiteIdentity site)
    {
        var program = typeof(Assets).Assembly;
        painted = Painted.In(site.Accent);
        var sprite = Text(program, "wwwroot/icons/icons.svg");

        files = Scripts(program)
            .Append(File("icons.svg", "image/svg+xml", sprite))
            .Append(File(ProgramMark, SiteMark.Svg, Text(program, "wwwroot/icons/mark.svg")))
            .ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);

        icons = IconNames(sprite).ToFrozenDictionary(name => name, Draw, StringComparer.Ordinal);
    }

    /// <summary>The links every page carries in its head.</summary>
    public IHtmlContent Head => new HtmlString(
        $"<link rel=\"stylesheet\" href=\"{Url("acervo.css")}\">" +
        $"<link rel=\"icon\" type=\"{Mark.Type}\" href=\"{Mark.Href}\">" +
        $"<script type=\"module\" src=\"{Url("acervo.js")}\"></script>");

    /// <summary>The mark beside the name of the site: of the entity, or of the program.</summary>
    public AssetFile Mark
    {
        get
        {
            var kept = face?.Current.Mark;
            if (kept is null)
            {
                return files[ProgramMark];
            }

            var now = marked;
            return (now?.Kept == kept ? now : marked = Marked.Of(kept)).Shown;
        }
    }

    public IEnumerable<string> Icons => icons.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<AssetFile> Files => files.Values.Append(Styles);

    private AssetFile Styles
    {
        get
        {
            var (now, accent) = (painted, face?.Current.Accent);
            return (accent is null || accent == now.Accent ? now : painted = Painted.In(accent)).Styles;
        }
    }

    public string Url(string name) => Find(name)?.Href ?? throw new ArgumentException($"There is no asset «{name}».", nameof(name));

    /// <summary>A decorative icon; the word beside it carries the meaning.</summary>
    public IHtmlContent Icon(string name) =>
        icons.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no icon «{name}» in icons.svg.", nameof(name));

    public Task SendAsync(HttpContext request, string hash, string name)
    {
        if (Find(name) is { } file) { return file.SendAsync(request, hash); }
        request.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private AssetFile? Find(string name) => name == Painted.Name ? Styles : name == Mark.Name ? Mark : files.GetValueOrDefault(name);

    /// <summary>All modules share one hash, so that they find one another by relative address.</summary>
    private static List<AssetFile> Scripts(Assembly program)
    {
        var scripts = program.GetManifestResourceNames()
            .Where(name => name.StartsWith("wwwroot/js/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name["wwwroot/js/".Length..], Body: Encoding.UTF8.GetBytes(Minify.Script(Text(program, name)))))
            .ToList();
        var hash = AssetFile.HashOf([.. scripts.SelectMany(script => script.Body)]);
        return [.. scripts.Select(script => new AssetFile(script.Name, "text/javascript; charset=utf-8", script.Body, hash))];
    }

    private static AssetFile File(string name, string type, string text) => new(name, type, Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> IconNames(string sprite) =>
        sprite.Split("<symbol id=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]);

    private IHtmlContent Draw(string name) => new HtmlString(
        $"<svg class=\"icon\" width=\"20\" height=\"20\" aria-hidden=\"true\"><use href=\"{Url("icons.svg")}#{name}\"/></svg>");

    private static string Text(Assembly program, string name)
    {
        using var stream = program.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program does not carry the asset {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The mark of an entity, ready to be sent.</summary>
    private sealed record Marked(string Kept, AssetFile Shown)
    {
        public static Marked Of(string kept) => new(kept, SiteMark.Parse(kept) is { } mark ? new AssetFile(mark.Name, mark.Type, mark.Bytes)
            : throw new ArgumentException("There is no mark.", nameof(kept)));
    }

    /// <summary>The style sheet in one accent.</summary>
    private sealed record Painted(string Accent, AssetFile Styles)
    {
        public const string Name = "acervo.css";

        public static Painted In(string accent)
        {
            // The entity's accent comes right after the tokens, so that paper may still turn it black.
            var own = Ui.Accent.Parse(accent).ToCss();
            var layers = Layers.Select(layer => Text(typeof(Assets).Assembly, $"wwwroot/css/{layer}.css") + (layer == "tokens" ? own : ""));
            return new Painted(accent, File(Name, "text/css; charset=utf-8", Minify.Css(string.Concat(layers))));
        }
    }
}
