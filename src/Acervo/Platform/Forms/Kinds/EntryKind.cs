namespace Acervo.Platform.Forms.Kinds;

/// <summary>An entry of a catalogue, kept by its code with the name it had. One that was retired since stays a right answer.</summary>
internal sealed class EntryKind : ReferenceKind
{
    public override string? CodeColumn => "code";

    protected override IReadOnlyList<(string Name, string Type)> Parts => [("code", "string"), ("name", "string")];

    protected override string NotFound(FormQuestion question, string words) =>
        $"«{words}» no es una entrada de la lista de «{question.Label}», o es el nombre de varias. Elija una de las que se ofrecen.";

    protected override string Gone(string name) => $"«{name}» ya no está en la lista. La respuesta sigue valiendo: estaba cuando se eligió.";
}
