using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>Takes out of a page what nobody who opens it sees, before it is read, and tells what that was.</summary>
internal sealed class HtmlSight
{
    /// <summary>What is no text to anybody.</summary>
    private static readonly HashSet<string> Machine = new(StringComparer.OrdinalIgnoreCase) { "SCRIPT", "STYLE", "LINK", "META", "TITLE", "BASE" };

    private const string Unshown = "No se muestra";

    private readonly HtmlCascade cascade;
    private readonly List<HiddenPassage> hidden = [];
    private readonly StringBuilder stretch = new();
    private string why = "";
    private bool mayCover;

    private HtmlSight(IDocument document) => cascade = new HtmlCascade(document);

    public static (HiddenText? Hidden, IReadOnlyList<string> Findings) Clear(IDocument document)
    {
        var sight = new HtmlSight(document);
        sight.Walk(document.DocumentElement);
        sight.EndStretch();
        return (HiddenText.Of(sight.hidden), [.. sight.Findings()]);
    }

    private IEnumerable<string> Findings()
    {
        if (mayCover)
        {
            yield return "La página coloca cajas de color unas sobre otras; si una tapa texto, ese texto se leyó. Compare lo leído con la página.";
        }

        if (cascade.BringsLetters)
        {
            yield return "La página trae su propio tipo de letra, que puede dibujar letras distintas de las que están escritas. Compare lo leído "
                + "con la página.";
        }
    }

    /// <summary>Parents before children, in the order of the page; with a stack of its own, for pages are as deep as they like.</summary>
    private void Walk(IElement root)
    {
        var open = new Stack<(INode Node, HtmlLook Look)>();
        open.Push((root, HtmlLook.Page));
        while (open.TryPop(out var next))
        {
            if (next.Node is IText text)
            {
                Take(text, next.Look);
            }
            else if (next.Node is IElement element && !Machine.Contains(element.TagName))
            {
                Open(element, next.Look, open);
            }
        }
    }

    private void Open(IElement element, HtmlLook around, Stack<(INode, HtmlLook)> open)
    {
        var declared = cascade.Of(element);
        var look = around.Inside(element, declared);
        if (HtmlBox.IsGone(element, declared, look, around) || HtmlBox.IsReplaced(element))
        {
            Lose(element);
            return;
        }

        mayCover |= HtmlBox.MayCover(element, declared);
        if (element is IHtmlInputElement input && look.Loss is { } loss)
        {
            Note(loss, input.Value);
            input.Remove();
            return;
        }

        for (var child = element.ChildNodes.Length - 1; child >= 0; child--)
        {
            open.Push((element.ChildNodes[child], look));
        }
    }

    private void Take(IText text, HtmlLook look)
    {
        if (string.IsNullOrWhiteSpace(text.Data))
        {
            return;
        }

        if (look.LossOf(text.Data) is not { } loss)
        {
            EndStretch();
            return;
        }

        Note(loss, text.Data);
        text.Data = " ";
    }

    private void Lose(IElement element)
    {
        if (element is IHtmlTemplateElement template)
        {
            Note(Unshown, template.Content.TextContent);
        }

        foreach (var input in element.QuerySelectorAll("input").Prepend(element).OfType<IHtmlInputElement>()
            .Where(input => input.Type is not ("hidden" or "checkbox" or "radio" or "submit" or "button")))
        {
            Note(Unshown, input.Value);
        }

        foreach (var machine in element.QuerySelectorAll("script,style"))
        {
            machine.Remove();
        }

        Note(Unshown, element.TextContent);
        element.Remove();
    }

    private void Note(string reason, string text)
    {
        if (reason != why)
        {
            EndStretch();
            why = reason;
        }

        stretch.Append(text).Append(' ');
    }

    private void EndStretch()
    {
        if (stretch.Length > 0)
        {
            hidden.Add(new HiddenPassage(why, string.Join(' ', stretch.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
            stretch.Clear();
        }
    }
}
