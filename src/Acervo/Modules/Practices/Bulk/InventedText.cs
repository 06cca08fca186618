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
        return $"{char.ToUpper(thing[0])}{thing[1..]} y {Bare(dice.Pick(side.Things))}: una mejora para {main.Name} en {dice.Pick(Vocabulary.Places)} ({number})";
    }

    public string Summary() => $"{Sentence()} {Sentence()}";

    /// <summary>A paragraph of so many sentences, with a word set into it when there is one.</summary>
    public string Paragraph(int sentences, string? word = null)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++)
        {
            text.Append(i == 0 ? "" : i % 3 == 0 ? "\n\n" : " ").Append(Sentence());
        }

        return word is null ? text.ToString() : text.Append($" La experiencia se contrastó con la del {word} vecino.").ToString();
    }

    private string Sentence()
    {
        var pattern = dice.Pick(Vocabulary.Sentences);
        var text = new StringBuilder(pattern.Length + 80);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '{')
            {
                text.Append(pattern[i]);
                continue;
            }

            var value = Value(pattern[i + 1]);
            text.Append(i == 0 ? char.ToUpper(value[0]) : IsName(pattern[i + 1]) ? value[0] : char.ToLower(value[0])).Append(value, 1, value.Length - 1);
            i += 2;
        }

        return text.ToString();
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

    private static bool IsName(char name) => name == 'p';

    /// <summary>Without its article.</summary>
    private static string Bare(string thing) => thing[(thing.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
