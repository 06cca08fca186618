using System.Net;
using System.Text;

namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>What happens to a typed ficha on its way: slips of the hand, forwarding, signatures, the HTML of a mail program.</summary>
public static class Mangle
{
    /// <summary>One slip in a long label: two letters swapped, one doubled or one dropped.</summary>
    public static string Slip(string label, int seed)
    {
        if (label.Length < 12)
        {
            return label;
        }

        var random = new Random(seed + label.Length);
        var at = random.Next(2, label.Length - 3);
        return random.Next(3) switch
        {
            0 => label[..at] + label[at + 1] + label[at] + label[(at + 2)..],
            1 => label[..at] + label[at] + label[at..],
            _ => label.Remove(at, 1),
        };
    }

    public static string ForwardedByGmail(string text) =>
        "Para su revisión, gracias.\n\n---------- Forwarded message ---------\nDe: Yolanda Peña <yolanda.pena@example.gov.co>\nDate: lun, 2 mar 2026 a las "
            + "9:12\nSubject: Formato diligenciado\nTo: Archivo <archivo@example.gov.co>\n\n\n" + text;

    public static string ForwardedByOutlook(string text) =>
        "Buen día, remito el formato.\n\nCordialmente,\n\nJulián Acuña Gil\nOficina de Datos\n\n________________________________\nDe: Yolanda Peña "
            + "<yolanda.pena@example.gov.co>\nEnviado: lunes, 2 de marzo de 2026 9:12 a. m.\nPara: Archivo <archivo@example.gov.co>\nAsunto: RV: Formato "
            + "diligenciado\n\n" + text;

    /// <summary>A reply to a reply: two marks before every line, broken at the width of the program.</summary>
    public static string QuotedTwice(string text) =>
        "De acuerdo.\n\nEl lun, 2 mar 2026 a las 9:12, Yolanda Peña (<yolanda.pena@example.gov.co>)\nescribió:\n\n"
        + TextFicha.Quoted(TextFicha.Quoted(text, 70), 74);

    public static string Signed(string text) =>
        text.TrimEnd() + "\n\nElaboró: Marta Inés Tibaduiza – Profesional\nRevisó: Julián Acuña Gil – Jefe de Oficina\nAprobó: Rosalba Peña – Directora\n";

    public static string SignedOnLine(string text) =>
        text.TrimEnd() + "\n\n______________________________\nFirma del directivo(a) responsable\nNombre: Rosalba Peña\nCargo: Directora\n";

    /// <summary>As Outlook writes it: Word's classes, empty Office tags, hard blanks, the label in a bold span of its own.</summary>
    public static string AsOutlookHtml(string text, ISet<string> labels)
    {
        var html = new StringBuilder("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta "
            + "charset=\"utf-8\"><style>p.MsoNormal{margin:0cm}</style><!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--></head><body lang=ES-CO "
            + "link=\"#0563C1\"><div class=WordSection1>\n");
        foreach (var line in text.Split('\n'))
        {
            html.Append(Line(line, labels));
        }

        return html.Append("</div></body></html>").ToString();
    }

    private static string Line(string line, ISet<string> labels)
    {
        if (line.Length == 0)
        {
            return "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n";
        }

        if (line.Contains('\t', StringComparison.Ordinal))
        {
            return "<table class=MsoNormalTable border=1 cellspacing=0><tr>"
                + string.Concat(line.Split('\t')
                .Select(cell => $"<td width=200 style='padding:0cm 5.4pt'><p class=MsoNormal>{WebUtility.HtmlEncode(cell)}<o:p></o:p></p></td>"))
                + "</tr></table>\n";
        }

        if (labels.Contains(line.TrimEnd(':')))
        {
            return "<p class=MsoNormal><b><span lang=ES "
                + $"style='font-size:11.0pt;color:black'>{WebUtility.HtmlEncode(line[..(line.Length / 2)])}</span></b><b><span "
                + $"lang=ES>{WebUtility.HtmlEncode(line[(line.Length / 2)..])}&nbsp;</span></b><o:p></o:p></p>\n";
        }

        var inner = string.Concat(line.Split("**")
            .Select((part, index) => index % 2 == 1 ? $"<b>{WebUtility.HtmlEncode(part)}</b>" : WebUtility.HtmlEncode(part)));

        return line.StartsWith("- ", StringComparison.Ordinal)
            ? "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span "
                + "style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; "
                + $"</span></span></span><![endif]><span lang=ES>{inner[2..]}<o:p></o:p></span></p>\n"
            : $"<p class=MsoNormal><span lang=ES>{inner}<o:p></o:p></span></p>\n";
    }
}
