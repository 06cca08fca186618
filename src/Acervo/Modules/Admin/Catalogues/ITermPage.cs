namespace Acervo.Modules.Admin.Catalogues;

/// <summary>The two pages on which a term is typed; they show the same fields.</summary>
public interface ITermPage
{
    TermForm Form { get; }
}
