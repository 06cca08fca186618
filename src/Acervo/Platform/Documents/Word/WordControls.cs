using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using Office2010 = DocumentFormat.OpenXml.Office2010.Word;

namespace Acervo.Platform.Documents.Word;

/// <summary>Reads the state of content controls and of the older form fields.</summary>
internal static partial class WordControls
{
    private const int LongestPrompt = 120;

    /// <summary>The control still shows «Haga clic aquí para escribir»: nobody wrote in it.</summary>
    public static bool IsPlaceholder(SdtElement control) =>
        control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is { } showing && (showing.Val is null || showing.Val.Value)
        && CheckBox(control) is null && IsPrompt(control);

    /// <summary>Programs forget to take the flag away when somebody writes: what tells is the style of the prompt, or its words.</summary>
    private static bool IsPrompt(SdtElement control)
    {
        var text = control.InnerText.Trim();
        return text.Length < LongestPrompt && (Prompt().IsMatch(text) || control.Descendants<RunStyle>().Any(style => IsPromptStyle(style.Val?.Value)));
    }

    private static bool IsPromptStyle(string? style) => style is not null
        && (style.Contains("placeholder", StringComparison.OrdinalIgnoreCase) || style.Contains("marcadordeposicin", StringComparison.OrdinalIgnoreCase));

    /// <summary>What an old drop-down shows: the chosen entry of the list that it keeps in its data. An opening «Elija…» is no choice.</summary>
    public static string? DropDown(FieldChar field)
    {
        if (field.FormFieldData?.GetFirstChild<DropDownListFormField>() is not { } list)
        {
            return null;
        }

        var chosen = list.GetFirstChild<DropDownListSelection>()?.Val?.Value ?? list.GetFirstChild<DefaultDropDownListItemIndex>()?.Val?.Value ?? 0;
        var entry = list.Elements<ListEntryFormField>().ElementAtOrDefault(chosen)?.Val?.Value;
        return entry is null || Prompt().IsMatch(entry) ? null : entry;
    }

    [GeneratedRegex(@"^\W*(?:haga clic|pulse|elija|seleccione|escriba|especifique|indique|ingrese|click|choose|enter|tap)\b|^$", RegexOptions.IgnoreCase,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Prompt();

    public static string? CheckBox(SdtElement control)
    {
        if (control.SdtProperties?.GetFirstChild<Office2010.SdtContentCheckBox>() is not { } box)
        {
            return null;
        }

        var value = box.Checked?.Val?.InnerText;
        return value is "1" or "true" or "on" ? "☒" : "☐";
    }

    public static string? CheckBox(FieldChar field)
    {
        if (field.FormFieldData?.GetFirstChild<CheckBox>() is not { } box)
        {
            return null;
        }

        var state = (OnOffType?)box.GetFirstChild<Checked>() ?? box.GetFirstChild<DefaultCheckBoxFormFieldState>();
        return state is not null && (state.Val is null || state.Val.Value) ? "☒" : "☐";
    }
}
