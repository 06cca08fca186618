using System.Text.Json;
using System.Text.Json.Nodes;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Accounts;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;
using Acervo.Tests.Modules.Practices;

namespace Acervo.Tests.Platform.Forms;

/// <summary>Forms that stand beside the data: a good one is used, and what is wrong with another is told where people look.</summary>
public sealed class FormFolderTests : IDisposable
{
    private static readonly FormNames Kinds = new(
        new HashSet<string> { "lesson", "practice" }, new HashSet<string> { "practice" }, new HashSet<string> { "adapts" });

    private readonly string folder = Directory.CreateTempSubdirectory("acervo-forms-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_that_is_not_there_changes_nothing() =>
        Assert.Same(FormCatalogue.Default, FormCatalogue.Default.With(Path.Combine(folder, "none"), Kinds));

    [Fact]
    public void A_newer_version_is_used_from_its_first_day_and_the_older_one_is_still_there()
    {
        Put("nueva", form => { });

        var forms = FormCatalogue.Default.With(folder, Kinds);

        Assert.Empty(forms.Faults);
        Assert.Equal("02", forms.InForce("practice", new DateOnly(2027, 12, 31)).Version);
        Assert.Equal("77", forms.InForce("practice", new DateOnly(2028, 1, 1)).Version);
        Assert.NotNull(forms.Find("4202000-FT-1311", "02"));
        Assert.Equal("Aportes: Cuánto", forms.LabelOf("given.3.worth"));
    }

    [Theory]
    [InlineData("version", "\"02\"", "Ya hay un formato 4202000-FT-1311, versión 02")]
    [InlineData("kind", "\"offer\"", "Su clase «offer» no existe aquí. Puede ser: lesson, practice.")]
    [InlineData("name", "\" \"", "Falta «name».")]
    [InlineData("name", "null", "No es un formato bien escrito")]
    [InlineData("colour", "1", "No es un formato bien escrito: vea la línea")]
    [InlineData("sections", "[null]", "Hay un vacío (null)")]
    [InlineData("sections", "[]", "Las secciones se numeran 1, 2, 3…")]
    [InlineData("sections", """[{"number":1,"title":"Una"}]""", "No es un formato bien escrito")]
    [InlineData("sections", """[{"number":1,"title":"Una","questions":[]}]""", "La sección 1 no tiene preguntas.")]
    public void What_is_wrong_with_a_file_is_one_sentence_and_the_others_stay(string key, string json, string sentence)
    {
        Put("buena", form => { });
        Put("mala", form => form[key] = JsonNode.Parse(json), version: "78", from: "2029-01-01");

        var forms = FormCatalogue.Default.With(folder, Kinds);

        Assert.Contains(forms.Faults, fault => fault.StartsWith("forms/mala.form.json no se usa. ", StringComparison.Ordinal)
            && fault.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(FormCatalogue.Default.All.Count + 1, forms.All.Count);
    }

    [Theory]
    [InlineData("""{"key":"title","label":"Otro","type":"text"}""", "La clave «title» está repetida.")]
    [InlineData("""{"key":"Título","label":"Otro","type":"text"}""", "La clave «Título» debe empezar por una letra minúscula")]
    [InlineData("""{"key":"a","label":"Otro:","type":"text"}""", "«a» necesita un rótulo sin dos puntos al final.")]
    [InlineData("""{"key":"a","label":"Otro","type":"choice"}""", "«a»: una elección («choice») tiene al menos dos opciones distintas")]
    [InlineData("""{"key":"a","label":"Otro","type":"group"}""", "«a»: un grupo («group») tiene de 1 a 8 columnas")]
    [InlineData("""{"key":"a","label":"Otro","type":"group","columns":[{"key":"b","label":"Varios","type":"list"}]}""",
        "La columna «b» de «a» debe ser de un solo")]
    [InlineData("""{"key":"a","label":"Otro","type":"emails"}""", "«a» identifica a una persona")]
    [InlineData("""{"key":"a","label":"Otro","type":"text","onlyIf":"title"}""", "«a» depende de «title»: esa debe ser una pregunta de sí o no")]
    [InlineData("""{"key":"summary","label":"Otro","type":"text"}""", "La clave «summary» ya es de otra cosa.")]
    [InlineData("""{"key":"a","label":"Otro","type":"reference"}""", "«a»: una referencia («reference») dice su «catalogue»")]
    [InlineData("""{"key":"a","label":"Otro","type":"text","several":true}""", "«a»: solo una referencia puede ser a varias cosas")]
    [InlineData("""{"key":"a","label":"Otro","type":"publication","kinds":["offer"]}""",
        "«a» se refiere a «offer», que aquí no se publica. Puede ser: practice.")]
    [InlineData("""{"key":"a","label":"Otro","type":"publication","kinds":["practice"],"relation":"eats"}""", "«a» nombra la relación «eats»")]
    [InlineData("""{"key":"a","label":"Otro","type":"telepathy"}""", "No es un formato bien escrito")]
    public void What_is_wrong_with_a_question_is_told(string question, string sentence)
    {
        Put("mala", form => form["sections"]![0]!["questions"]!.AsArray().Add(JsonNode.Parse(question)));

        Assert.Contains(sentence, Assert.Single(FormCatalogue.Default.With(folder, Kinds).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_starts_with_a_bad_file_and_administrators_read_what_is_wrong_with_it()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "rota.form.json"), "{ \"code\": ", TestContext.Current.CancellationToken);
        Put("nueva", form => { }, from: "2026-01-02");
        await using var app = await AppHost.StartAsync(("Forms:Folder", folder));
        using var admin = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Ana Admin", "ana.admin@example.gov.co", null, Role.Administrator)));

        Assert.Contains("forms/rota.form.json no se usa. No es un formato bien escrito: vea la línea 1", (await admin.VisitAsync("/admin")).Text("main"),
            StringComparison.Ordinal);
        using var author = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Autor", "autor@example.gov.co", Cast.Habitat, Role.Contributor)));
        var begun = (await author.PostFromAsync("/fichas/nueva", "/fichas/escribir", ("kind", "practice"))).Location!;
        Assert.NotNull((await author.VisitAsync(begun)).Page.QuerySelector("[name='given.0.worth']"));
    }

    [Fact]
    public async Task The_command_reads_what_is_filled_in_on_it_when_it_is_told_the_folder()
    {
        Put("propia", form =>
        {
            form["code"] = "9900000-FT-0009";
            form["sections"]![0]!["questions"]![0]!["label"] = "Nombre de la ruta de archivo";
        });
        var form = FormCatalogue.Default.With(folder, Kinds).Find("9900000-FT-0009", "77")!;
        var answers = new FormAnswers();
        answers.Set("title", "Ruta clara de archivo");
        var file = Path.Combine(folder, "propia.docx");
        await File.WriteAllBytesAsync(
            file, FormDocx.Write(form, answers, null, new FormDocxOptions("Entidad de prueba")), TestContext.Current.CancellationToken);
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(1, await FichaReadCommand.RunAsync([file], output, errors));
        Assert.True(await FichaReadCommand.RunAsync([file, "--forms", folder], output, errors) == 0, errors.ToString());

        var record = JsonNode.Parse(output.ToString())!;
        Assert.Equal(("9900000-FT-0009", "Ruta clara de archivo"), ((string?)record["format"], (string?)record["fields"]!["title"]));
    }

    private void Put(string name, Action<JsonNode> change, string version = "77", string from = "2028-01-01")
    {
        var form = JsonNode.Parse($$"""
            {
              "code": "4202000-FT-1311", "version": "{{version}}", "kind": "practice", "name": "Buenas prácticas", "heading": "BUENA PRÁCTICA",
              "source": "Formato inventado para las pruebas.", "inForce": { "from": "{{from}}", "to": null },
              "sections": [{ "number": 1, "title": "Una", "questions": [
                { "key": "title", "label": "Nombre", "type": "text", "required": true, "maxLength": 160 },
                { "key": "given", "label": "Aportes", "type": "group", "columns": [
                  { "key": "who", "label": "Quién", "type": "text" }, { "key": "worth", "label": "Cuánto", "type": "money" }] }] }]
            }
            """)!;
        change(form);
        File.WriteAllText(Path.Combine(folder, name + ".form.json"), form.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
