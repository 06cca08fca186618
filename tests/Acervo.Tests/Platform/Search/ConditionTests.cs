using Acervo.Platform.Search;

namespace Acervo.Tests.Platform.Search;

/// <summary>A question is taken apart into words and phrases and how they hang together.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("'turn'", "'turn'")]
    [InlineData("'turn' & 'equip'", "all('turn','equip')")]
    [InlineData("'turn' & 'turn' & 'equip'", "all('turn','equip')")]
    [InlineData("'l''eau' & 'a\\\\b'", "all('l''eau','a\\\\b')")]
    [InlineData("'turn' | 'equip' & 'sed'", "any('turn',all('equip','sed'))")]
    [InlineData("'turn' & !'equip'", "all('turn',not('equip'))")]
    [InlineData("!'a' & !( 'b' | 'c' )", "all(not('a'),not(any('b','c')))")]
    [InlineData("'turn' <-> 'equip' & 'sed'", "all('turn' <-> 'equip','sed')")]
    [InlineData("'turn' <2> ( 'equip' | 'grup' )", "'turn' <2> ( 'equip' | 'grup' )")]
    [InlineData("'turn':*", "'turn':*")]
    [InlineData("'turn' & ( 'equip' | 'grup' )", "all('turn',any('equip','grup'))")]
    public void Words_and_phrases_are_asked_alone(string query, string taken) => Assert.Equal(taken, Text(Condition.Parse(query)));

    [Fact]
    public void Sets_have_an_opposite_and_a_union()
    {
        var some = new SlotSet(70);
        some.Add(3);
        some.Add(69);
        Assert.Equal(68, some.Not().Count);
        Assert.False(some.Not().Contains(69));
        var other = new SlotSet(70);
        other.Add(4);
        Assert.Equal([3, 4, 69], some.Or(other).All());
        Assert.Equal(3, some.Or(other).Count);
    }

    private static string Text(Condition condition) => condition switch
    {
        Condition.Words words => words.Query,
        Condition.Not not => $"not({Text(not.Of)})",
        Condition.All all => $"all({string.Join(',', all.Of.Select(Text))})",
        Condition.Any any => $"any({string.Join(',', any.Of.Select(Text))})",
        _ => "?",
    };
}
