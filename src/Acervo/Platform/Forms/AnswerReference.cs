using System.Globalization;
using System.Text.Json.Nodes;

namespace Acervo.Platform.Forms;

/// <summary>
/// What an answer refers to, with its name at the time: an entry of a catalogue by its code, or a publication by its kind and item. Without a code it is
/// what somebody wrote, for which nothing was found.
/// </summary>
/// <param name="Name">What people read.</param>
public sealed record AnswerReference(string Name)
{
    /// <summary>The code of the entry, or the number of the item; null when it is none.</summary>
    public string? Code { get; init; }

    /// <summary>The kind of the publication; null for an entry of a catalogue.</summary>
    public string? Kind { get; init; }

    /// <summary>Where the publication is; an address that changes leads on from there.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it was found.</summary>
    public bool IsFound => Code is not null;

    /// <summary>What it is among all that the question may refer to; null when it is none of it.</summary>
    public string? Key => Kind is null ? Code : KeyOf(Kind, Item);

    public int Item => int.Parse(Code!, CultureInfo.InvariantCulture);

    public static string KeyOf(string kind, int item) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{item}");

    /// <summary>As answers keep it; null where it stands for no reference.</summary>
    public static AnswerReference? Of(JsonNode? kept) => kept switch
    {
        JsonObject found when found["code"] is JsonValue code && found["name"] is JsonValue name =>
            new(name.GetValue<string>()) { Code = code.GetValue<string>() },
        JsonObject found when found["item"] is JsonValue item && found["kind"] is JsonValue kind => new(found["title"]?.GetValue<string>() ?? "")
        {
            Code = item.GetValue<int>().ToString(CultureInfo.InvariantCulture),
            Kind = kind.GetValue<string>(),
            Address = found["address"]?.GetValue<string>(),
        },
        JsonValue typed when typed.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) => new(text),
        _ => null,
    };

    public JsonNode ToJson() => (Code, Kind) switch
    {
        (null, _) => JsonValue.Create(Name),
        ({ } code, null) => new JsonObject { ["code"] = code, ["name"] = Name },
        _ => new JsonObject { ["address"] = Address, ["item"] = Item, ["kind"] = Kind, ["title"] = Name },
    };
}
