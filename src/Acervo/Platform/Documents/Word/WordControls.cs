using DocumentFormat.OpenXml.Wordprocessing;
using Office2010 = DocumentFormat.OpenXml.Office2010.Word;

namespace Acervo.Platform.Documents.Word;

/// <summary>Reads the state of content controls and of the older form fields.</summary>
internal static class WordControls
{
    /// <summary>The control still shows «Haga clic aquí para escribir»: nobody wrote in it.</summary>
    public static bool IsPlaceholder(SdtElement control) =>
        control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is { } showing && (showing.Val is null || showing.Val.Value)
        && CheckBox(control) is null;

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
