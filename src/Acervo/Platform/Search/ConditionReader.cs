using System.Text.RegularExpressions;

namespace Acervo.Platform.Search;

/// <summary>Reads a <c>tsquery</c>: «!» binds closest, then «&lt;-&gt;», «&amp;» and «|».</summary>
internal sealed partial class ConditionReader(string query)
{
    private readonly string[] tokens = [.. Token().Matches(query).Select(match => match.Value)];
    private int at;

    private string? Next => at < tokens.Length ? tokens[at] : null;

    public Condition Read()
    {
        var read = Any();
        return Next is null ? read : throw new FormatException($"The question «{query}» goes on after its end.");
    }

    private Condition Any()
    {
        List<Condition> of = [All()];
        while (Take("|"))
        {
            of.Add(All());
        }

        return of.Count == 1 ? of[0] : new Condition.Any(of);
    }

    private Condition All()
    {
        List<Condition> of = [Phrase()];
        while (Take("&"))
        {
            of.Add(Phrase());
        }

        return of.Count == 1 ? of[0] : new Condition.All([.. of.Distinct()]);
    }

    /// <summary>Words that stand together are one question, whatever is in it: only where they stand decides.</summary>
    private Condition Phrase()
    {
        var first = at;
        var one = One();
        if (Next is not ['<', ..])
        {
            return one;
        }

        while (Next is ['<', ..])
        {
            at++;
            One();
        }

        return new Condition.Words(string.Join(' ', tokens[first..at]));
    }

    private Condition One()
    {
        if (Take("!"))
        {
            return new Condition.Not(One());
        }

        if (!Take("("))
        {
            return Next is ['\'', ..] ? new Condition.Words(tokens[at++]) : throw new FormatException($"The question «{query}» lacks a word.");
        }

        var inside = Any();
        return Take(")") ? inside : throw new FormatException($"The question «{query}» lacks a parenthesis.");
    }

    private bool Take(string token)
    {
        if (Next != token)
        {
            return false;
        }

        at++;
        return true;
    }

    [GeneratedRegex(@"'(?:[^'\\]|''|\\.)*'(?::[*A-D]+)?|<(?:-|\d+)>|[&|!()]", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
