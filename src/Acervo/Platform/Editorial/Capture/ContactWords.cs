using System.Text;
using System.Text.RegularExpressions;
using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Text;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>The contact data of people in a text that comes in pieces, however long it is.</summary>
internal sealed partial class ContactWords
{
    /// <summary>More than these tell whoever mends the file nothing new.</summary>
    private const int Most = 5;

    /// <summary>Letters that are looked through together.</summary>
    private const int Piece = 20_000;

    private readonly StringBuilder waiting = new();
    private readonly List<string> found = [];

    public IReadOnlyList<string> All => found;

    /// <summary>Whether something came after enough was found, which was not looked through or not kept.</summary>
    public bool IsCut { get; private set; }

    public bool IsEnough => found.Count >= Most;

    public void Add(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            waiting.Append(line).Append('\n');
            if (waiting.Length > Piece)
            {
                End();
            }
        }
    }

    /// <summary>Each cell by itself: figures of neighbours are no telephone. Shares, sums of money and days are none either.</summary>
    public void AddRow(TableRow row) => Add(row.Cells.OfType<TableCell>().Where(cell => cell.Day is null && !(cell.Number is not null && IsSum(cell)))
        .Select(cell => cell.Text).Prepend(row.Sheet));

    /// <summary>Looks through what has come.</summary>
    public void End()
    {
        var text = waiting.ToString();
        waiting.Clear();
        if (IsEnough || text.Length == 0)
        {
            IsCut |= text.Length > 0;
            return;
        }

        foreach (var one in PersonalData.Mobiles(text).Concat(PersonalData.PrivateEmails(text)).Concat(PersonalData.Doubtful(text)))
        {
            if (found.Contains(one))
            {
                continue;
            }

            IsCut |= IsEnough;
            if (!IsEnough)
            {
                found.Add(one);
            }
        }
    }

    private static bool IsSum(TableCell cell) => cell.Text.AsSpan().ContainsAny('%', '.') || SignShown().IsMatch(cell.Format ?? "");

    /// <summary>A sign of money or of a share that the cell shows: the one that opens the code of a language, as in «[$-240A]»,
    /// is none, nor one that only leaves its width, «_$», or fills the cell, «*$».</summary>
    [GeneratedRegex(@"\[\$[^\]-]|(?<![\[_*])[$€%]", RegexOptions.None, 1000)]
    private static partial Regex SignShown();
}
