using System.Text.Json;
using System.Text.Json.Nodes;
using Acervo.Platform.Forms;
using Acervo.Platform.Publications;
using Acervo.Platform.Text;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>
/// Makes the public snapshot of a dossier: publishable answers only, contact data masked as a last wall. All that takes long is done when it is made;
/// its address and its number are known later.
/// </summary>
internal sealed class DossierSnapshot
{
    private static readonly JsonSerializerOptions Canonical = new(FormJson.Options) { WriteIndented = true, NewLine = "\n" };

    private readonly Dossier dossier;

    private readonly FormDefinition form;

    private readonly FormAnswers answers;

    private readonly string? adapts;

    private readonly DateTime now;

    private readonly PublicationDraft draft;

    /// <param name="dossier">The record to publish.</param>
    /// <param name="form">The form it was filled in on.</param>
    /// <param name="organisation">The unit or entity that answers for it.</param>
    /// <param name="adapts">The address of the dossier it adapts.</param>
    /// <param name="facets">The values by which it is found.</param>
    /// <param name="files">Cleaned copies of what is attached.</param>
    /// <param name="now">Moment of publication, UTC.</param>
    public DossierSnapshot(
        Dossier dossier, FormDefinition form, string organisation, string? adapts, IReadOnlyList<Facet> facets, IReadOnlyList<PublicFile> files, DateTime now)
    {
        (this.dossier, this.form, this.adapts, this.now) = (dossier, form, adapts, now);
        answers = PublicAnswers(form, dossier.Answers);
        var html = new DossierHtml(form, answers);
        draft = new PublicationDraft(dossier.Kind, dossier.Id, "", PersonalData.Redact(dossier.Title), PersonalData.Redact(dossier.Summary))
        {
            Organisation = organisation,
            Body = "",
            Html = html.Answers(),
            Facts = html.Facts(dossier.FilledOn, organisation),
            Contents = html.Contents(),
            Plain = html.Plain(),
            Facets = facets,
            ChangeNote = PersonalData.Redact(dossier.ChangeNote),
            Files = files,
            Relations = [.. Adaptation.Of(dossier).Concat(AnsweredRelations.Of(form, answers, AnswerReference.KeyOf(dossier.Kind, dossier.Id))).Distinct()],
        };
    }

    /// <summary>The snapshot of the version that the dossier has now, at this address, by whoever has just published it.</summary>
    public PublicationDraft At(string slug) => draft with { Slug = slug, Body = Body(slug), IsByOne = dossier.Editorial.IsByOne };

    /// <summary>The answers that may be seen by anyone.</summary>
    public static FormAnswers PublicAnswers(FormDefinition form, FormAnswers answers)
    {
        var seen = new FormAnswers();
        foreach (var question in form.Questions.Where(question => question.Publish == PublishRule.Always && answers.IsAnswered(question.Key)))
        {
            question.Kind.Publish(question, answers, seen);
        }

        return seen;
    }

    private string Body(string slug) => new JsonObject
    {
        ["kind"] = dossier.Kind,
        ["slug"] = slug,
        ["version"] = dossier.PublishedVersion,
        ["publishedAt"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ["title"] = draft.Title,
        ["summary"] = draft.Summary,
        ["organisation"] = draft.Organisation,
        ["form"] = new JsonObject { ["code"] = form.Code, ["version"] = form.Version, ["filledOn"] = dossier.FilledOn?.ToString("yyyy-MM-dd") },
        ["goals"] = new JsonArray([.. dossier.Goals.Select(goal => JsonValue.Create(goal))]),
        ["adapts"] = adapts,
        ["changeNote"] = draft.ChangeNote,
        ["reviewedAndPublishedByOnePerson"] = dossier.Editorial.IsByOne,
        ["answers"] = answers.ToJsonObject(),
        ["files"] = new JsonArray([.. draft.Files.Select(file => new JsonObject { ["name"] = file.Name, ["sha256"] = file.Sha256 })]),
    }.ToJsonString(Canonical) + "\n";
}
