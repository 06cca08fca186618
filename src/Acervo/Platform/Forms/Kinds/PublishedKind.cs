using System.Net;
using System.Text.Json.Nodes;
using Acervo.Platform.Forms.References;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>Something that is published here, kept by its kind and item with the title it had; what was withdrawn since stays, and says so.</summary>
internal sealed class PublishedKind : ReferenceKind
{
    public override string? CodeColumn => "address";

    public override string? SuggestHref(FormQuestion question) => PublishedTitles.Path + string.Join(',', question.Kinds);

    public override FieldKind ControlOf(FormQuestion question, int terms) => question.Several ? FieldKind.List : FieldKind.Text;

    /// <summary>Titles are too many for a page: they are suggested.</summary>
    public override IReadOnlyList<FieldOption> Offered(FormQuestion question, FormAnswers answers, IReadOnlyList<FieldOption> terms) => [];

    public override JsonObject Schema(FormQuestion question)
    {
        var schema = base.Schema(question);
        schema["x-kinds"] = new JsonArray([.. question.Kinds.Select(kind => JsonValue.Create(kind))]);
        if (question.Relation is { } relation)
        {
            schema["x-relation"] = relation;
        }

        return schema;
    }

    protected override IReadOnlyList<(string Name, string Type)> Parts => [("address", "string"), ("item", "integer"), ("kind", "string"), ("title", "string")];

    protected override string NotFound(FormQuestion question, string words) =>
        $"No encontramos para «{question.Label}» una única publicación con el título «{words}». Abra su página, copie la dirección y péguela aquí.";

    protected override string Gone(string name) => $"«{name}» se retiró del sitio después de que se citó.";

    protected override string Linked(AnswerReference one) =>
        one.Address is { } address ? $"<a href=\"{WebUtility.HtmlEncode(address)}\">{base.Linked(one)}</a>" : base.Linked(one);
}
