namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Tells what nobody sees as a person would: letters that stand together are one passage, and why in plain words.</summary>
internal static class UnseenPassages
{
    public static IEnumerable<HiddenPassage> Of(IEnumerable<Unseen> unseen)
    {
        var passages = new List<HiddenPassage>();
        foreach (var each in unseen)
        {
            if (each.Follows && passages.Count > 0)
            {
                passages[^1] = passages[^1] with { Text = passages[^1].Text + each.Words };
            }
            else
            {
                passages.Add(new HiddenPassage(Why(each.Reason), each.Words));
            }
        }

        return passages;
    }

    private static string Why(SightReason reason) => reason switch
    {
        SightReason.Hidden => "marcado como oculto",
        SightReason.Colour => "del color del fondo",
        SightReason.Size => "demasiado pequeño",
        SightReason.Clipped => "sin espacio para verse",
        SightReason.OffPage => "fuera de la página",
        SightReason.Covered => "tapado",
        SightReason.Merged => "en una celda combinada",
        SightReason.FieldCode => "en el código de un campo",
        SightReason.Folded => "bajo un título contraído",
        SightReason.Signs => "en un tipo de letra de símbolos",
        _ => "en una parte que no se muestra",
    };
}
