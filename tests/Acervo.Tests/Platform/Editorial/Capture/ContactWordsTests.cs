using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Tables.Sheets;

namespace Acervo.Tests.Platform.Editorial.Capture;

/// <summary>Contact data in what comes by pieces: which cells are looked through, and what is told when not all of it was.</summary>
public sealed class ContactWordsTests
{
    [Theory]
    [InlineData("[$-240A]0", true)]
    [InlineData("[$-es-CO]0;-0", true)]
    [InlineData("_$0", true)]
    [InlineData("0", true)]
    [InlineData(null, true)]
    [InlineData("[$$-240A]#,##0", false)]
    [InlineData("[$€-2] 0", false)]
    [InlineData("\"US$\"0", false)]
    [InlineData("0%", false)]
    public void A_number_that_is_shown_as_a_sum_of_money_is_no_telephone(string? format, bool isLooked)
    {
        var words = new ContactWords();
        words.AddRow(new TableRow("Hoja", 1, [new TableCell("3000000047") { Number = 3_000_000_047, Format = format }]));
        words.End();
        Assert.Equal(isLooked ? 1 : 0, words.All.Count);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Who_stops_after_enough_says_that_there_was_more(int telephones, bool isCut)
    {
        var words = new ContactWords();
        words.Add(Enumerable.Range(0, telephones).Select(number => $"Llame al 300 000 001{number}."));
        words.End();
        Assert.Equal((5, isCut), (words.All.Count, words.IsCut));
        words.Add(["Una línea más."]);
        words.End();
        Assert.True(words.IsCut);
    }
}
