using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Forms;

/// <summary>
/// A field of an ordinary form: <c>&lt;field for="Email" label="Correo institucional" kind="Email" /&gt;</c>; value and error come from the page.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTag(IHtmlHelper html) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public FieldKind Kind { get; set; }

    public string? Help { get; set; }

    public int? MaxLength { get; set; }

    public bool Optional { get; set; }

    public string? Autocomplete { get; set; }

    public string? SuggestHref { get; set; }

    public IReadOnlyList<FieldOption> Options { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        View.ModelState.TryGetValue(For.Name, out var state);
        var view = new FieldView(For.Name, Label, Kind)
        {
            Help = Help,
            Value = Kind == FieldKind.Password ? null : state?.AttemptedValue ?? Written(For.Model),
            Values = For.Model as IReadOnlyList<string> ?? [],
            Options = Options,
            Error = state?.Errors.FirstOrDefault()?.ErrorMessage,
            MaxLength = MaxLength,
            Required = !Optional,
            Autocomplete = Autocomplete,
            SuggestHref = SuggestHref,
        };

        ((IViewContextAware)html).Contextualize(View);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("/Ui/Forms/Field.cshtml", view));
    }

    private static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool answer => answer ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
