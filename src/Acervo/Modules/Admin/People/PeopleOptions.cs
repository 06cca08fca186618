using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Ui.Forms;

namespace Acervo.Modules.Admin.People;

/// <summary>The choices that the forms about people offer.</summary>
internal static class PeopleOptions
{
    public static readonly IReadOnlyList<FieldOption> Roles = [.. Enum.GetValues<Role>().Select(role => new FieldOption(role.ToString(), role.Spanish()))];

    public static async Task<IReadOnlyList<FieldOption>> UnitsAsync(Units units, CancellationToken cancel) =>
        (await units.ChoicesAsync(cancel)).ConvertAll(unit => new FieldOption(unit.Id.ToString(CultureInfo.InvariantCulture), unit.Name));

    /// <summary>Sectors and units as places where a role is held: each says what else it covers.</summary>
    public static async Task<IReadOnlyList<FieldOption>> CirclesAsync(Units units, CancellationToken cancel)
    {
        var sizes = await units.SizesAsync(cancel);
        return (await units.CirclesAsync(cancel)).ConvertAll(unit => new FieldOption(
            unit.Id.ToString(CultureInfo.InvariantCulture), unit.Name + GrantWords.Below(sizes.GetValueOrDefault(unit.Id))));
    }
}
