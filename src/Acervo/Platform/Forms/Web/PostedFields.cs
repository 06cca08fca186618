using Acervo.Platform.Forms.Kinds;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Web;

/// <summary>Shows a field again with what was typed into its boxes, also where it is nothing that can be kept.</summary>
public static class PostedFields
{
    /// <summary>The group of which a row was added or taken away with a button; null when none was pressed.</summary>
    public static string? Regrouped(IFormCollection posted) => posted["agregar"].ToString() is { Length: > 0 } added ? added
        : posted[GroupKind.RemoveButton].ToString() is { Length: > 0 } removed ? removed.Split('.')[0] : null;

    /// <param name="field">The field, with what was understood.</param>
    /// <param name="posted">What was sent.</param>
    /// <param name="errorOf">What is wrong with a box, by its name.</param>
    public static FieldView Retyped(FieldView field, IFormCollection posted, Func<string, string?> errorOf) => Retyped(field, field.Name, posted, errorOf);

    private static FieldView Retyped(FieldView field, string name, IFormCollection posted, Func<string, string?> errorOf) => field.Kind switch
    {
        FieldKind.Date => field with { Day = DayParts.Read(posted, name) },
        FieldKind.Period => field with { Ends = (DayParts.Read(posted, name + ".desde"), DayParts.Read(posted, name + ".hasta")) },
        FieldKind.Group => field with { Rows = RowsOf(field, posted, errorOf) },
        _ => field,
    };

    /// <summary>A row that was taken away moves those after it up: each is found under the number with which it was sent.</summary>
    private static IReadOnlyList<IReadOnlyList<FieldView>> RowsOf(FieldView group, IFormCollection posted, Func<string, string?> errorOf)
    {
        var sent = GroupKind.RowsOf(group.Name, posted);
        if (sent.Count != group.Rows.Count - 1)
        {
            return group.Rows; // Every box was understood, and empty rows are gone.
        }

        return [.. group.Rows.Select((row, at) => at < sent.Count ? row.Select(cell => Cell(cell, at, sent[at])).ToList() : row)];

        FieldView Cell(FieldView cell, int now, int then)
        {
            var name = $"{group.Name}.{then}.{cell.Name[$"{group.Name}.{now}.".Length..]}";
            return Retyped(cell with { Error = errorOf(name) }, name, posted, errorOf);
        }
    }
}
