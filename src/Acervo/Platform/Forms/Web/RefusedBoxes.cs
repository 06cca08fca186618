using Acervo.Platform.Forms.Kinds;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;

namespace Acervo.Platform.Forms.Web;

/// <summary>
/// Boxes that hold nothing that can be kept, on their way to the page that shows them again. A refusal is then a page like any other, to which one can
/// go back.
/// </summary>
internal static class RefusedBoxes
{
    /// <summary>The name of what was refused and is in no box.</summary>
    public const string Sentence = "";

    /// <summary>The box that says what the page showed: what is refused is still compared with it.</summary>
    public const string Version = "version";

    private const string Name = "Typed";

    /// <summary>They travel in a cookie.</summary>
    private const int Most = 4000;

    /// <summary>Whether they could be sent along; a long list of rows is shown at once instead.</summary>
    /// <param name="messages">What goes to the next page.</param>
    /// <param name="posted">What was typed.</param>
    /// <param name="wrong">The names of the answers, or of their boxes, that were refused.</param>
    /// <param name="sentence">What is to be told of the whole page.</param>
    public static bool Keep(ITempDataDictionary messages, IFormCollection posted, IReadOnlyCollection<string> wrong, string? sentence = null)
    {
        var boxes = posted.Where(box => box.Key is GroupKind.RemoveButton or Version || wrong.Any(name => name.Length > 0 && IsOf(box.Key, name.Split('.')[0])))
            .SelectMany(box => box.Value.Select(value => KeyValuePair.Create(box.Key, value)));
        var typed = QueryString.Create(boxes.Prepend(KeyValuePair.Create(Sentence, sentence))).Value!;
        if (typed.Length <= Most)
        {
            messages[Name] = typed;
        }

        return typed.Length <= Most;
    }

    /// <summary>What the page before refused; null when it refused nothing.</summary>
    public static IFormCollection? Take(ITempDataDictionary messages) =>
        messages[Name] is string typed ? new FormCollection(QueryHelpers.ParseQuery(typed)) : null;

    /// <summary>Whether a box belongs to an answer.</summary>
    public static bool IsOf(string box, string answer) => box == answer || box.StartsWith(answer + ".", StringComparison.Ordinal);
}
