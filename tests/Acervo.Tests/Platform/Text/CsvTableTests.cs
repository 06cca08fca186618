using System.Diagnostics;
using System.Globalization;
using System.Text;
using Acervo.Platform.Text;
using FsCheck.Fluent;

namespace Acervo.Tests.Platform.Text;

/// <summary>What a spreadsheet makes of our cells, whichever separator it was told.</summary>
public sealed class CsvTableTests
{
    private const int Many = 100_000;

    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "﹦", "⁼", "−", "\t", "\r", "\n", "\0", "\u0001", " ", "\u00a0", "\u200b", "\ufeff", "\u00ad",
        "\u202e", "\u3164", "\u2800", "\u0301", "\ue000",
        "\U000E0020", ",", ";", "\"", "'", "(", "!", "1", "41", "5.5", "cmd", "HYPERLINK", "Grupo", "- primero", "+57 300 000 0001", "ñ", "«sí»", "\ud800",
    ];

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0")]
    [InlineData("+57 300 000 0001", "'+57 300 000 0001")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("\u200B=1+1", "'\u200B=1+1")]
    [InlineData("\uFEFF=1+1", "'\uFEFF=1+1")]
    [InlineData("\u0001=1+1", "'\u0001=1+1")]
    [InlineData("\u3164=1+1", "'\u3164=1+1")]
    [InlineData("−1+cmd", "'−1+cmd")]
    [InlineData("\tvalor", "'\tvalor")]
    [InlineData("Grupo,=1+41", "Grupo,'=1+41")]
    [InlineData("Grupo; \u200B=1+41", "Grupo;' \u200B=1+41")]
    [InlineData("uno\n=1+41", "uno\n'=1+41")]
    [InlineData("uno,\"=1+41", "uno,'\"=1+41")]
    [InlineData("uno,-2+3", "uno,'-2+3")]
    [InlineData("Pasos:\n- primero\n- segundo; -5, +3.5", "Pasos:\n- primero\n- segundo; -5, +3.5")]
    [InlineData("Pasos:\n- HYPERLINK(\"x\")", "Pasos:\n'- HYPERLINK(\"x\")")]
    [InlineData("Dijo «sí», \"claro\": a = b", "Dijo «sí», \"claro\": a = b")]
    [InlineData("", "")]
    public void No_text_runs_and_every_cell_is_quoted(string value, string cell) =>
        Assert.Equal($"\uFEFF\"columna\"\r\n\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n", new CsvTable("columna").Add(value).ToString());

    [Fact]
    public void Numbers_stay_numbers_and_nothing_is_nothing() =>
        Assert.Equal("\uFEFF\"a\";\"b\";\"c\";\"d\"\r\n\"-5\";\"-7\";\"-2.5\";\"\"\r\n", new CsvTable("a", "b", "c", "d").Add(-5, -7L, -2.5m, null).ToString());

    [Fact]
    public void A_hundred_thousand_hostile_texts_run_in_no_program()
    {
        var watch = Stopwatch.StartNew();
        var texts = Gen.Elements(Pieces).ArrayOf().Select(string.Concat).Sample(Many, 8);
        foreach (var text in texts)
        {
            var line = new StringBuilder();
            CsvTable.AppendLine(line, ["a", text], CsvTable.Separator);
            var written = line.ToString();
            var (strict, other) = (Cells(written, ';'), Cells(written, ',').Concat(Cells(written, '\t')));
            Assert.True(strict.Count == 2 && strict[1].Replace("'", "", StringComparison.Ordinal) == text.Replace("'", "", StringComparison.Ordinal),
                $"«{Escaped(text)}» came back as «{Escaped(strict[^1])}»");
            Assert.False(strict.Concat(other).Any(Runs), $"«{Escaped(text)}» runs as a cell of {Escaped(written)}");
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(120));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("-5")]
    [InlineData("'comillas'")]
    [InlineData("D'Artagnan")]
    public void What_comes_back_is_what_was_given(string text) => Assert.Equal(text, CsvCell.Unguard(CsvCell.Guard(text)));

    /// <summary>A reader as lenient as spreadsheets are: after a closing quote everything up to the separator belongs to the cell.</summary>
    private static List<string> Cells(string written, char separator)
    {
        List<string> cells = [];
        var (cell, isQuoted, isFresh) = (new StringBuilder(), false, true);
        for (var i = 0; i < written.Length; i++)
        {
            var letter = written[i];
            if (isQuoted)
            {
                if (letter != '"') { cell.Append(letter); }
                else if (i + 1 < written.Length && written[i + 1] == '"') { cell.Append('"'); i++; }
                else { isQuoted = false; }
            }
            else if (letter == '"' && isFresh) { (isQuoted, isFresh) = (true, false); }
            else if (letter == separator || letter is '\r' or '\n')
            {
                cells.Add(cell.ToString());
                (cell, isFresh) = (new StringBuilder(), true);
                i += letter == '\r' && i + 1 < written.Length && written[i + 1] == '\n' ? 1 : 0;
            }
            else { cell.Append(letter); isFresh = false; }
        }

        return cells;
    }

    /// <summary>
    /// Whether a spreadsheet would compute the cell: behind what cannot be seen there is a sign, and what follows is no number and no item of a list.
    /// </summary>
    private static bool Runs(string cell)
    {
        var seen = string.Concat(cell.EnumerateRunes()
            .SkipWhile(rune => Rune.IsWhiteSpace(rune) || "\u3164\u2800".Contains(rune.ToString(), StringComparison.Ordinal) || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.PrivateUse));
        return seen.Length > 0 && ("=@＝＠﹦⁼".Contains(seen[0], StringComparison.Ordinal)
            || ("+-＋－−".Contains(seen[0], StringComparison.Ordinal)
            && (seen[1..].Contains('=', StringComparison.Ordinal) || seen[1..].Contains('(', StringComparison.Ordinal)
            || seen[1..].Contains('!', StringComparison.Ordinal))));
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(letter => letter is >= ' ' and < '\u007f' or 'ñ' ? $"{letter}" : $"\\u{(int)letter:X4}"));
}
