using System.Reflection;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Checks;
using Acervo.Tests.Modules.Practices;

namespace Acervo.Tests.Platform.Editorial.Checks;

/// <summary>What a checklist is worked out of is in its name: a field that is added to a dossier has to be, or it is said here why not.</summary>
public sealed class ChecklistNameTests
{
    private static readonly DateOnly Today = new(2026, 9, 1);

    /// <summary>
    /// What no checklist reads: the state, the dates, the address, what is added to it afterwards, and what follows from the answers or the form.
    /// </summary>
    private static readonly string[] Beside =
    [
        "Editorial", "PublishedRound", "IsPublic", "Revision", "CreatedAt", "EditedAt", "Slug", "Explanations", "Deeds", "Signature", "SourceSha256", "parsed",
        "PublishedSignature", "FormCode", "FormVersion", "Coauthors", "Wrote", "Editors", "Ending",
    ];

    private static readonly string[] BesideOfFiles = ["Id", "DossierId", "AddedBy", "AddedAt", "CopySha256", "CopySize", "CopyNotes"];

    [Fact]
    public void Every_field_of_a_dossier_is_in_it()
    {
        foreach (var field in FieldsOf(typeof(Dossier)).Where(field => !Beside.Contains(NameOf(field)) && NameOf(field) != "Files"))
        {
            var dossier = Draft();
            var before = Of(dossier);
            field.SetValue(dossier, Other(field, dossier));
            Assert.True(Of(dossier) != before, $"{NameOf(field)} changed and the checklist would be the same.");
        }
    }

    [Fact]
    public void Every_field_of_a_file_is_in_it()
    {
        foreach (var field in FieldsOf(typeof(DossierFile)).Where(field => !BesideOfFiles.Contains(NameOf(field))))
        {
            var dossier = Draft();
            dossier.Files.Add(Attached());
            var before = Of(dossier);
            field.SetValue(dossier.Files[0], Other(field, dossier.Files[0]));
            Assert.True(Of(dossier) != before, $"{NameOf(field)} of a file changed and the checklist would be the same.");
        }
    }

    [Fact]
    public void The_form_the_day_and_what_else_remarks_depend_on_are_in_it()
    {
        var dossier = Draft();
        string[] names =
        [
            Of(dossier),
            ChecklistName.Of(dossier, Ficha.Form with { Version = "03" }, Today, "a"),
            ChecklistName.Of(dossier, Ficha.Form with { Code = "otro" }, Today, "a"),
            ChecklistName.Of(dossier, Ficha.Form, Today.AddDays(1), "a"),
            ChecklistName.Of(dossier, Ficha.Form, Today, "b"),
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void The_same_words_in_another_place_have_another_name()
    {
        var (one, other) = (Draft(), Draft());
        one.Present("ab", [], "c", DateTime.UnixEpoch);
        other.Present("a", [], "bc", DateTime.UnixEpoch);
        Assert.NotEqual(Of(one), Of(other));
    }

    private static string Of(Dossier dossier) => ChecklistName.Of(dossier, Ficha.Form, Today, "a");

    private static Dossier Draft() => Ficha.Complete(Cast.Contributor(), new DateTime(2026, 8, 1, 15, 0, 0, DateTimeKind.Utc));

    private static DossierFile Attached() => new()
    {
        Sha256 = new string('a', 64),
        Name = "anexo.pdf",
        Size = 1,
        ContentType = "application/pdf",
        AddedBy = 1,
        AddedAt = DateTime.UnixEpoch,
        CopySha256 = new string('b', 64),
        CopySize = 1,
        CopyNotes = [],
    };

    private static FieldInfo[] FieldsOf(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

    /// <summary>The name of the property that the field stands behind, or its own.</summary>
    private static string NameOf(FieldInfo field) => field.Name.TrimStart('<').Split('>')[0];

    private static object Other(FieldInfo field, object of) => field.GetValue(of) switch
    {
        string text when field.Name == "answers" => text.Replace("Respuesta", "Otra respuesta", StringComparison.Ordinal),
        string text => text + "x",
        int number => number + 1,
        long number => number + 1,
        int[] numbers => (int[])[.. numbers, 3],
        DateOnly day => day.AddDays(1),
        null when field.FieldType == typeof(string) => "{}",
        null when field.FieldType == typeof(int?) => 7,
        var value => throw new InvalidOperationException($"{NameOf(field)} ({value}): say how it is changed, or why no checklist reads it."),
    };
}
