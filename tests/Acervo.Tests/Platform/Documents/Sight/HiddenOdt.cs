using System.Text;
using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>An OpenDocument text with a word planted in every place where it hides things: SECRETO and a letter; shown ones say VISIBLE.</summary>
internal static class HiddenOdt
{
    private const string Namespaces = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
        xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
        """;

    /// <summary>What its own marks hide; LibreOffice and Word know nothing of some of them.</summary>
    public const string Marked = "ABCDEFG";

    /// <summary>What only its looks hide, judged once it is Word.</summary>
    public const string Looks = "MNOP";

    public static byte[] Write()
    {
        var package = new OfficePackage();
        package["mimetype"] = Encoding.ASCII.GetBytes("application/vnd.oasis.opendocument.text");
        package["content.xml"] = Encoding.UTF8.GetBytes($"""
            <office:document-content {Namespaces}><office:automatic-styles>
            {Style("oculto", "text:display=\"none\"")}{Style("hijo", "", "oculto")}{Style("blanco", "fo:color=\"#ffffff\"")}{Style("polvo", "fo:font-size=\"1pt\"")}{Style("negro", "fo:color=\"#000000\" fo:background-color=\"#000000\"")}
            <style:style style:name="pblanco" style:family="paragraph"><style:text-properties fo:color="#fefefe"/></style:style>
            <style:style style:name="poculto" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
            </office:automatic-styles><office:body><office:text>
            <text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>BORRADO</text:p></text:deletion></text:changed-region></text:tracked-changes>
            <text:p>VISIBLE uno <text:span text:style-name="oculto">SECRETOA</text:span></text:p>
            <text:p><text:span text:style-name="hijo">SECRETOB</text:span>VISIBLE dos</text:p>
            <text:p text:style-name="poculto">SECRETOC</text:p>
            <text:p><text:hidden-paragraph text:condition="ooow:true" text:is-hidden="true"/>SECRETOD</text:p>
            <text:section text:name="s" text:display="none"><text:p>SECRETOE</text:p></text:section>
            <text:p>VISIBLE tres<text:hidden-text text:condition="ooow:true" text:string-value="SECRETOF" text:is-hidden="true"/></text:p>
            <table:table table:name="t"><table:table-column table:number-columns-repeated="1"/><table:table-row><table:table-cell><text:p>VISIBLE cuatro</text:p></table:table-cell></table:table-row>
            <table:table-row table:visibility="collapse"><table:table-cell><text:p>SECRETOG</text:p></table:table-cell></table:table-row></table:table>
            <text:p>VISIBLE cinco <text:span text:style-name="blanco">SECRETOM</text:span> <text:span text:style-name="polvo">SECRETON</text:span> <text:span text:style-name="negro">SECRETOO</text:span></text:p>
            <text:p text:style-name="pblanco">SECRETOP</text:p>
            </office:text></office:body></office:document-content>
            """);
        package["META-INF/manifest.xml"] = Encoding.UTF8.GetBytes("""
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
            """);
        return package.ToBytes();
    }

    private static string Style(string name, string properties, string parent = "") =>
        $"<style:style style:name=\"{name}\" "
            + $"style:family=\"text\"{(parent.Length > 0 ? $" style:parent-style-name=\"{parent}\"" : "")}>{(properties.Length > 0 ? $"<style:text-properties {properties}/>" : "")}</style:style>";
}
