using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>What nobody who opens a web page sees is not read and is told; what is seen is read, however it looks.</summary>
public sealed class HiddenHtmlTests
{
    private const string Canary = "canario escondido";

    public static TheoryData<string> Ways =>
    [
        "<p style='display:none'>C</p>",
        "<p style='visibility:hidden'>C</p>",
        "<p hidden>C</p>",
        "<p style='opacity:0'>C</p>",
        "<p style='opacity:.02'>C</p>",
        "<div style='opacity:.2'><p style='opacity:.2'>C</p></div>",
        "<p style='font-size:0'>C</p>",
        "<p style='font-size:1px'>C</p>",
        "<div style='font-size:.2em'><p style='font-size:.5em'>C</p></div>",
        "<p style='font:0/0 a'>C</p>",
        "<p style='color:#fff'>C</p>",
        "<p style='color:rgb(250 250 250)'>C</p>",
        "<p><font color=white>C</font></p>",
        "<p style='color:hsl(0,0%,99%)'>C</p>",
        "<p style='color:transparent'>C</p>",
        "<p style='color:rgba(0,0,0,.01)'>C</p>",
        "<table bgcolor='#003366'><tr><td style='color:#003366'>C</td></tr></table>",
        "<div style='background:#222'><p style='color:#252525'>C</p></div>",
        "<p style='position:absolute;left:-9999px'>C</p>",
        "<p style='text-indent:-9999px'>C</p>",
        "<p style='position:absolute;clip:rect(0,0,0,0)'>C</p>",
        "<p style='clip-path:inset(50%)'>C</p>",
        "<p style='margin-left:-3000px'>C</p>",
        "<details><summary>Resumen</summary><p>C</p></details>",
        "<template><p>C</p></template>",
        "<noscript><p>C</p></noscript>",
        "<style>.x{display:none}</style><p class=x>C</p>",
        "<style>div > .x { color : white !important }</style><div><p class=x style='color:black'>C</p></div>",
        "<style>@media screen{p.x{visibility:hidden}}</style><p class=x>C</p>",
        "<style>.a{.b{display:none}}</style><div class=a><p class=b>C</p></div>",
        "<!-- C -->",
        "<dialog><p>C</p></dialog>",
        "<p><select><option>Una</option><option>C</option></select></p>",
        "<div style='max-height:0;overflow:hidden'><p>C</p></div>",
        "<div style='width:0;overflow:hidden;white-space:nowrap'><p>C</p></div>",
        "<p style='transform:scale(0)'>C</p>",
        "<p style='transform:translateX(-200vw)'>C</p>",
        "<div style='content-visibility:hidden'>C</div>",
        "<table style='display:block;height:0;overflow:hidden'><tr><td><table><tr><td>C</td></tr></table></td></tr></table>",
        "<table><tr style='visibility:collapse'><td>C</td></tr><tr><td>Se ve</td></tr></table>",
        "<style>:root{--c:#fefefe}</style><p style='color:var(--c)'>C</p>",
        "<p style='filter:opacity(0)'>C</p>",
        "<p style='letter-spacing:-1em'>C</p>",
        "<p style='font-size:calc(1em - 16px)'>C</p>",
        "<p style='display:\\6eone'>C</p>",
        "<p style='-webkit-text-fill-color:white'>C</p>",
        "<p><input value='C' style='display:none'></p>",
        "<div popover>C</div>",
        "<svg width=0><text>C</text></svg>",
        "<p><canvas>C</canvas></p>",
        "<div style='color:white'><a href=x style='color:inherit'>C</a></div>",
        "<div style='-webkit-text-fill-color:white'><p style='color:black'>C</p></div>",
        "<p style='-webkit-text-fill-color:currentcolor;color:white'>C</p>",
        "<p hidden=until-found style='display:block'>C</p>",
        "<p style='color:color-mix(in srgb, white 98%, black)'>C</p>",
        "<p style='color:light-dark(white, black)'>C</p>",
        "<p style='color:Canvas'>C</p>",
        "<p style='text-indent:-180px'>C</p>",
        "<p style='position:relative;left:-190px'>C</p>",
        "<p style='rotate:y 90deg'>C</p>",
        "<p style='offset-path:path(\"M-9999 0L0 0\")'>C</p>",
        "<div style='height:20px;overflow:hidden;line-height:200px'>C</div>",
        "<div style='height:30px;overflow:hidden'><p style='margin-top:60px'>C</p></div>",
        "<div style='height:30px;overflow:hidden'><p style='position:relative;top:-50px'>C</p></div>",
        "<div style='contain:paint;height:0'>C</div>",
        "<div style='background:#fff'><p style='position:relative;z-index:-1'>C</p></div>",
        "<style>p.x::first-line{color:#fff}</style><p class=x>C</p>",
        "<p style='word-spacing:-900px'>C</p>",
        "<style>@keyframes x{to{opacity:0}}</style><p style='animation:x 1ms forwards'>C</p>",
        "<style>@keyframes x{from,to{visibility:hidden}}.x{animation:x 9s infinite}</style><p class=x>C</p>",
    ];

    public static TheoryData<string> Seen =>
    [
        "<p>V</p>",
        "<div style='background:#003366'><h1 style='color:white'>V</h1></div>",
        "<table><tr bgcolor=black><td><font color=white>V</font></td></tr></table>",
        "<p style='color:#b4b4b4'>V</p>",
        "<p style='font-size:6pt'>V</p>",
        "<p style='color:red;background:url(foto.jpg)'>V</p>",
        "<div style='visibility:hidden'><p style='visibility:visible'>V</p></div>",
        "<style>@media print{p{display:none}}</style><p>V</p>",
        "<style>@media (max-width:400px){p{display:none}}</style><p>V</p>",
        "<details open><summary>Más</summary><p>V</p></details>",
        "<details><summary>V</summary><p>otro</p></details>",
        "<p aria-hidden=true>V</p>",
        "<p><select><option>Una</option><option selected>V</option></select></p>",
        "<div style='position:relative;left:20px;top:4px'>V</div>",
        "<p style='opacity:.8'>V</p>",
        "<div style='overflow:hidden;height:200px'>V</div>",
        "<style>.x{display:none} p.x{display:block}</style><p class=x>V</p>",
        "<p hidden style='display:block'>V</p>",
        "<p style='transform:rotate(2deg)'>V</p>",
        "<p style='color:#1F497D;font-family:Calibri;font-size:11.0pt'>V</p>",
        "<p style='color:windowtext;mso-fareast-language:ES'>V</p>",
        "<div style='color:white'><p style='background:#060'>V</p></div>",
        "<div style='color:#444'><a href=x style='color:inherit'>V</a></div>",
        "<p style='color:color-mix(in srgb, black 70%, white)'>V</p>",
        "<p style='color:CanvasText;background:Canvas'>V</p>",
        "<p style='background:linear-gradient(#036,#603);-webkit-background-clip:text;color:transparent'>V</p>",
        "<p style='padding-left:60px;text-indent:-20px'>V</p>",
        "<div style='overflow:hidden;height:300px'><p style='margin-top:60px'>V</p></div>",
        "<style>@keyframes x{from{opacity:0}to{opacity:1}}</style><p style='opacity:0;animation:x 1s forwards'>V</p>",
        "<style>p::first-line{font-weight:bold}</style><p>V</p>",
        "<div style='background:#eee'><p style='position:relative;z-index:1'>V</p></div>",
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_nobody_sees_is_not_read_and_is_told(string way)
    {
        var document = await ReadAsync($"<html><body><p>Antes</p>{way.Replace("C<", Canary + "<", StringComparison.Ordinal).Replace("'C'", $"'{Canary}'", StringComparison.Ordinal).Replace("C -->", Canary + " -->", StringComparison.Ordinal)}<p>Después</p></body></html>");

        var text = string.Join('\n', DocumentLines.Of(document.Blocks));
        Assert.DoesNotContain("canario", text, StringComparison.Ordinal);
        Assert.StartsWith("Antes", text, StringComparison.Ordinal);
        Assert.EndsWith("Después", text, StringComparison.Ordinal);
        if (!way.StartsWith("<!--", StringComparison.Ordinal))
        {
            Assert.Equal(2, document.Hidden?.Words);
            Assert.Contains(document.Hidden!.Passages, passage => passage.Text == Canary);
        }
    }

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task What_is_seen_is_read(string way)
    {
        var document = await ReadAsync($"<html><body>{way.Replace("V<", "bien visible<", StringComparison.Ordinal)}</body></html>");

        Assert.Contains("bien visible", string.Join('\n', DocumentLines.Of(document.Blocks)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<table><tr><td>")]
    public async Task Elements_nested_by_the_thousand_are_refused_at_once(string tags)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat(tags, 1_000_000 / tags.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var refusal = await Assert.ThrowsAsync<DocumentException>(() => ReadAsync(page));

        Assert.Contains("anida demasiados", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public async Task A_page_of_many_items_is_read_in_little_more_than_its_size()
    {
        var page = $"<html><body><ol>{string.Concat(Enumerable.Range(0, 20_000).Select(item => $"<li><span>punto <b>{item}</b></span>"))}</ol></body></html>";
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var document = await ReadAsync(page);

        Assert.Equal("20000.", document.Blocks[^1].Marker);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 45);
    }

    private static Task<DocumentText> ReadAsync(string page) =>
        DocumentParser.ParseAsync(System.Text.Encoding.UTF8.GetBytes(page), cancel: TestContext.Current.CancellationToken);
}
