using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Tests.Modules.Practices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Acervo.Tests.Platform.Editorial.Checks;

/// <summary>A checklist that is remembered says what one worked out anew would say, whatever changed meanwhile.</summary>
public sealed class ChecklistMemoryTests(AppHost app) : IClassFixture<AppHost>
{
    /// <summary>Few, so that fichas come back to what they were, and each of some consequence for the checklist.</summary>
    private static readonly string[] Texts =
    [
        "", "Se atendió a 40 de 25 personas.", "Llame al 300 000 0012.", "Escriba a ana@example.com.", "Teléfono fijo: seis cero uno, tres tres tres.",
        "Servicio al Ciudadano", "Servisio al Ciudadano", "Un texto sin nada que decir.",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_changes()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var kept = Checks(scope, new ChecklistMemory());
        var dossier = Ficha.Complete(Cast.Contributor(), Now);
        var dice = new Random(1311);
        HashSet<string> seen = [];
        var again = 0;
        for (var step = 0; step < 400; step++)
        {
            Change(dossier, dice);
            var fresh = await Checks(scope, new ChecklistMemory()).OfAsync(dossier, Cancel);
            Assert.Equal(fresh, await kept.OfAsync(dossier, Cancel));
            Assert.Equal(fresh, await kept.OfAsync(dossier, Cancel));
            again += seen.Add(string.Join('\n', fresh)) ? 0 : 1;
        }

        Assert.True(seen.Count > 40 && again > 40, $"{seen.Count} different checklists, {again} times one that was there before: not much was tried.");
    }

    [Fact]
    public void It_holds_so_many_bytes_and_lets_go_of_what_nobody_asks_for()
    {
        var memory = new ChecklistMemory();
        ChecklistItem[] items = [new("id", "key", true, new string('x', 40_000))];
        memory.Keep("asked for", items);
        for (var n = 0; n < 1000; n++)
        {
            memory.Keep($"{n}", items);
            Assert.NotNull(memory.Find("asked for"));
        }

        Assert.InRange(memory.Bytes, ChecklistMemory.MostBytes / 2, ChecklistMemory.MostBytes);
        Assert.Null(memory.Find("0"));
        Assert.NotNull(memory.Find("999"));
    }

    private DateTime Now => app.Clock.GetUtcNow().UtcDateTime;

    private DossierChecklist Checks(AsyncServiceScope scope, ChecklistMemory memory) => new(
        scope.ServiceProvider.GetRequiredService<DossierForm>(), scope.ServiceProvider.GetRequiredService<KindRules>(), memory,
        scope.ServiceProvider.GetRequiredService<CatalogueRemarks>(), scope.ServiceProvider.GetRequiredService<NearCopies>(), app.Clock,
        NullLogger<DossierChecklist>.Instance);

    private void Change(Dossier dossier, Random dice)
    {
        var text = Texts[dice.Next(Texts.Length)];
        switch (dice.Next(8))
        {
            case 0:
                dossier.Date(Day(dice), Now);
                break;
            case 1:
                dossier.Present(text, [1 + dice.Next(2)], dossier.ChangeNote, Now);
                break;
            case 2:
                dossier.Present(dossier.Summary, dossier.Goals, text, Now);
                break;
            case 3 when dossier.Files.Count > 0:
                dossier.Files.RemoveAt(dice.Next(dossier.Files.Count));
                break;
            case 3:
                dossier.Files.Add(Attached(dice));
                break;
            case 4:
                dossier.Explain(new ChecklistItem(dice.Next(2) == 0 ? "look:summary:x" : "late:started_on", "summary", false, ""), text, 1, Now);
                break;
            case 5:
                dossier.TakeReading(Answered(dice, text), Day(dice), Reading(dice), null, null, 1, Now);
                break;
            default:
                dossier.Answer(Answered(dice, text), Now);
                break;
        }
    }

    /// <summary>One answer, or two that have to do with each other.</summary>
    private static FormAnswers Answered(Random dice, string text)
    {
        var answers = new FormAnswers();
        switch (dice.Next(4))
        {
            case 0:
                answers.Set("mipg_policies", [text]);
                break;
            case 1:
                answers.Set("started_on", Day(dice));
                answers.Set("is_adaptation", dice.Next(3) switch { 0 => true, 1 => false, _ => null });
                break;
            default:
                string[] keys = ["title", "scope", "contact_phones", "unit_head"];
                answers.Set(keys[dice.Next(keys.Length)], text);
                break;
        }

        return answers;
    }

    private static DateOnly? Day(Random dice) => dice.Next(3) switch { 0 => null, 1 => new DateOnly(2024, 3, 1), _ => new DateOnly(2090, 3, 1) };

    private static string Reading(Random dice) => new StoredReading(
        new Dictionary<string, ReadValue> { ["title"] = new(1, "Un texto sin nada que decir.", 0.5) },
        dice.Next(2) == 0 ? [] : [new Observation("title", "odd", ObservationSeverity.Warning, "Revise el nombre.")], 1, 1).ToJson();

    private static DossierFile Attached(Random dice)
    {
        var file = new DossierFile
        {
            Sha256 = new string("abc"[dice.Next(3)], 64),
            Name = dice.Next(2) == 0 ? "anexo 1.pdf" : "otro.pdf",
            Size = 1,
            ContentType = "application/pdf",
            AddedBy = 1,
            AddedAt = DateTime.UnixEpoch,
            CopySha256 = new string('b', 64),
            CopySize = 1,
            CopyNotes = [],
        };
        file.Hear(dice.Next(2) == 0 ? [] : ["300 000 0012"], isOver: dice.Next(2) == 0, isUnread: dice.Next(3) == 0);
        return file;
    }
}
