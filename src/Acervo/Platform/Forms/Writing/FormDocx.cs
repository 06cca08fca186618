using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>Prints a form as a Word document in the official layout, blank or filled in. The same input gives the same bytes.</summary>
public static class FormDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(FormDefinition form, FormAnswers? answers, DateOnly? filledOn, FormDocxOptions options)
    {
        var links = new DocxLinks();
        var lists = new DocxNumbering();
        var controls = new DocxControls(blank: answers is null);
        var questions = new DocxQuestions(answers ?? new FormAnswers(), controls, new DocxMarkdown(links, lists), links);

        // The parts that collect lists and links are written after the body that uses them.
        var body = Bytes(Root("document", El("body", Opening(form), FilledOn(form, filledOn, controls), Sections(form, options, questions), Page())));
        return DocxParts.Assemble(form, options, answers?.Text("title"), body, lists.ToXml(), links).ToBytes();
    }

    private static IEnumerable<XElement> Opening(FormDefinition form)
    {
        yield return Wml.Paragraph("Title", Run(form.Heading));
        if (form.Definition is { } definition)
        {
            yield return Wml.Paragraph("Definition", Run(definition), form.Footnote is null ? null : FootnoteMark());
        }

        if (form.PrivacyNote is { } note)
        {
            var (lead, text) = SplitNote(note);
            yield return Wml.Paragraph("Note", Run(lead, Bold), Run(text));
        }
    }

    private static XElement FootnoteMark() =>
        El("r", El("rPr", Val("rStyle", "FootnoteReference")), El("footnoteReference", At("id", 1)));

    private static IEnumerable<XElement> FilledOn(FormDefinition form, DateOnly? day, DocxControls controls) => form.FilledOnLabel is { } label
        ? [Wml.Paragraph("Question", Run(label + ":")), DocxDateTable.Write(controls, "filledOn", label, day)]
        : [];

    private static IEnumerable<XElement> Sections(FormDefinition form, FormDocxOptions options, DocxQuestions questions)
    {
        foreach (var section in form.Sections)
        {
            yield return Wml.Paragraph("Heading1", Run(section.Title));
            foreach (var element in questions.Write([.. options.Printed(section.Questions)]))
            {
                yield return element;
            }
        }
    }

    private static XElement Page() => El(
        "sectPr",
        El("headerReference", At("type", "default"), new XAttribute(R + "id", DocxParts.HeaderId)),
        El("pgSz", At("w", 12240), At("h", 15840)),
        El("pgMar", At("top", 1701), At("right", 1440), At("bottom", 1440), At("left", 1440), At("header", 709), At("footer", 709), At("gutter", 0)));

    // Only the word «Nota:» is bold in the official form.
    private static (string Lead, string Text) SplitNote(string note)
    {
        var colon = note.IndexOf(':', StringComparison.Ordinal) + 1;
        return (note[..colon], note[colon..]);
    }
}
