using System.Text.RegularExpressions;

namespace Acervo.Tests.HouseRules;

/// <summary>
/// The same walls as <see cref="ModuleWallTests"/>, on what was compiled: a name that the source shortens, an extension, a view or the SQL of
/// another's table does not pass unseen.
/// </summary>
public sealed partial class CompiledWallTests
{
    /// <summary>The tables that every schema makes, and whose they are; those of the platform are everybody's.</summary>
    private static readonly Dictionary<string, string> Tables = (
        from file in SourceTree.Files(".sql")
        where HomeOf(file) is not null
        from Match made in Made().Matches(string.Join('\n', SourceTree.Lines(file)))
        select (Name: made.Groups["table"].Value, Home: HomeOf(file)!)).ToDictionary(table => table.Name, table => table.Home, StringComparer.Ordinal);

    [Fact]
    public void The_compiled_program_keeps_its_modules_apart()
    {
        using var program = new CompiledProgram();
        var uses = (from type in program.Types
                    let home = CompiledProgram.HomeOf(type)
                    where home is not null
                    from used in program.UsedBy(type)
                    let theirs = CompiledProgram.HomeOf(used)
                    where theirs is not null && theirs != home
                    select (From: type, Home: home, To: used, Theirs: theirs)).ToList();
        Assert.True(uses.Count > 1000, $"Only {uses.Count} uses across the house were found.");
        SourceTree.None(
            from use in uses
            where use.Theirs is not ("Platform" or "Ui")
            where use.Home is "Platform" or "Ui" || !CompiledProgram.IsOffered(use.To)
            group use by $"{use.From.FullName} uses {use.To.FullName}" into offence
            select offence.Key);
        SourceTree.None(uses.Where(use => use.Home == "Ui" && use.Theirs == "Platform").Select(use => $"{use.From.FullName} uses {use.To.FullName}")
            .Distinct());
    }

    [Fact]
    public void No_text_of_the_program_asks_for_the_tables_of_another_module()
    {
        Assert.Contains("app.dossiers", Tables.Keys);
        using var program = new CompiledProgram();
        SourceTree.None(
            from type in program.Types
            let home = CompiledProgram.HomeOf(type)
            where home is not null
            from text in CompiledProgram.TextsOf(type)
            from table in Named(text)
            where Tables[table] != home
            select $"{type.FullName} asks for {table} of {Tables[table]}");
    }

    [Fact]
    public void No_schema_leans_on_the_tables_of_another_module() => SourceTree.None(
        from file in SourceTree.Files(".sql")
        from table in Named(string.Join('\n', SourceTree.Lines(file)))
        where Tables[table] != HomeOf(file)
        select $"{file} names {table} of {Tables[table]}");

    private static IEnumerable<string> Named(string sql) =>
        Table().Matches(sql).Select(match => match.Value).Where(table => Tables.GetValueOrDefault(table) is not (null or "Platform"))
        .Distinct(StringComparer.Ordinal);

    private static string? HomeOf(string file) => file.Split('/') switch
    {
        ["src", "Acervo", "Modules", var module, ..] => module,
        ["src", "Acervo", var part, ..] => part,
        _ => null,
    };

    [GeneratedRegex(@"CREATE (?:TABLE|VIEW|MATERIALIZED VIEW) (?:IF NOT EXISTS )?(?<table>(?:app|site)\.\w+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Made();

    [GeneratedRegex(@"\b(?:app|site)\.\w+", RegexOptions.None, 1000)]
    private static partial Regex Table();
}
