using System.Text;

namespace Acervo.Modules.Practices.Bulk;

/// <summary>Writes the texts of one invented practice. The dice of its number make it the same each time.</summary>
internal sealed class InventedText
{
    private readonly (string Name, string[] Things) main;
    private readonly (string Name, string[] Things) side;
    private Dice dice;

    public InventedText(ulong seed, int number)
    {
        dice = new Dice((seed * 1_000_003) + (ulong)number);
        main = dice.Pick(Vocabulary.Subjects);
        side = dice.Pick(Vocabulary.Subjects);
    }

    public int Roll(int sides) => dice.Roll(sides);

    public T Pick<T>(IReadOnlyList<T> from) => dice.Pick(from);

    public string Title(int number)
    {
        var thing = Bare(dice.Pick(main.Things));
        return $"{char.ToUpperInvariant(thing[0])}{thing[1..]} y {Bare(dice.Pick(side.Things))}: una mejora para {main.Name} en "
            + $"{dice.Pick(Vocabulary.Places)} ({number})";
    }

    public string Summary() => $"{Sentence()} {Sentence()}";

    /// <summary>A paragraph of so many sentences, with a word set into it when there is one.</summary>
    public string Paragraph(int sentences, string? word = null)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++)
        {
            text.Append(i % 3 == 0 ? "\n\n" : " ").Append(Sentence());
        }

        text.Remove(0, 2);
        return word is null ? text.ToString() : text.Append($" La experiencia se contrastó con la del {word} vecino.").ToString();
    }

    private string Sentence()
    {
        var pattern = dice.Pick(Vocabulary.Sentences);
        var text = new StringBuilder(pattern.Length + 80);
        var done = 0;
        for (var brace = pattern.IndexOf('{', StringComparison.Ordinal); brace >= 0; brace = pattern.IndexOf('{', done))
        {
            text.Append(pattern, done, brace - done);
            var value = Value(pattern[brace + 1]);
            var first = pattern[brace + 1] == 'p' ? value[0] : char.ToLowerInvariant(value[0]);
            text.Append(brace == 0 ? char.ToUpperInvariant(first) : first).Append(value, 1, value.Length - 1);
            done = brace + 3;
        }

        return text.Append(pattern, done, pattern.Length - done).ToString();
    }

    private string Value(char name) => name switch
    {
        'a' => dice.Pick(Vocabulary.Actors),
        'v' or 'w' => dice.Pick(Vocabulary.Verbs),
        'x' => dice.Pick(main.Things),
        'y' => dice.Pick(dice.Roll(3) == 0 ? side.Things : main.Things),
        's' => main.Name,
        'e' => dice.Pick(Vocabulary.Effects),
        'n' => $"{dice.Roll(90) + 3}",
        'm' => $"{dice.Roll(30) + 6}",
        'p' => dice.Pick(Vocabulary.Places),
        _ => dice.Pick(Vocabulary.Months),
    };

    /// <summary>Without its article.</summary>
    private static string Bare(string thing) => thing[(thing.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
