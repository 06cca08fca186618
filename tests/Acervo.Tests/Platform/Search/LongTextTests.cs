using System.Globalization;
using System.Net;
using System.Text.Json;
using Acervo.Tests.Platform.OpenData;

namespace Acervo.Tests.Platform.Search;

/// <summary>A text of more words than one index row holds is published, found by any of them, and leaves again.</summary>
public sealed class LongTextTests(AppHost app) : IClassFixture<AppHost>
{
    private const int Words = 90_000;

    [Fact]
    public async Task A_text_of_ninety_thousand_different_words_is_found_by_its_last_ones()
    {
        var words = Enumerable.Range(0, Words).Select(Word).ToArray();
        await app.PublishAsync(1, "muy-larga", "Relación completa", string.Join(' ', words) + " cierre con ornitorrincos");
        await app.PublishAsync(2, "muy-corta", "Otra cosa", $"{words[3]} solamente");
        using var visitor = app.CreateClient();
        await visitor.EventuallyAsync("/api/v1/publications?pageSize=9",
            answer => answer.Body.Contains("muy-larga", StringComparison.Ordinal) && answer.Body.Contains("muy-corta", StringComparison.Ordinal));

        foreach (var asked in new[] { "ornitorrincos", words[^1], $"{words[0]} {words[^1]}", $"{words[0]} or nohaytal", $"\"{words[^2]} {words[^1]}\"",
            $"\"{words[44_000]} {words[44_001]}\"", $"{words[^1]} -nohaytal" })
        {
            Assert.Equal(["muy-larga"], await SlugsAsync(visitor, asked));
        }

        Assert.Equal(["muy-corta"], await SlugsAsync(visitor, $"{words[3]} -ornitorrincos"));
        Assert.Empty(await SlugsAsync(visitor, $"\"{words[0]} {words[^1]}\""));
        for (var boundary = 1; boundary < 30; boundary++)
        {
            // The words around each place where the text is cut.
            var near = boundary * 20_000 / (words[0].Length + 1);
            Assert.Equal(["muy-larga"], await SlugsAsync(visitor, $"\"{words[near - 1]} {words[near]}\""));
            Assert.Equal(["muy-larga"], await SlugsAsync(visitor, words[near]));
        }

        await app.WithdrawAsync(1);
        var gone = await visitor.EventuallyAsync("/api/v1/publications?q=ornitorrincos",
            answer => !answer.Body.Contains("muy-larga", StringComparison.Ordinal));
        Assert.DoesNotContain("muy-larga", gone.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("una sola palabra de muchas letras", 3_000_000, 0)]
    [InlineData("palabras de tres mil letras", 3_000, 1)]
    public async Task A_word_too_long_for_any_index_does_not_stop_what_carries_it(string title, int length, int item)
    {
        var text = string.Join(' ', Enumerable.Repeat(new string('ñ', length), 1 + (item * 50)));
        await app.PublishAsync(10 + item, $"letras-{item}", title, $"{text} y al final un tapir{item}");
        using var visitor = app.CreateClient();
        await visitor.EventuallyAsync("/api/v1/publications?pageSize=8", answer => answer.Body.Contains($"letras-{item}", StringComparison.Ordinal));
        Assert.Equal([$"letras-{item}"], await SlugsAsync(visitor, $"tapir{item}"));
    }

    private static async Task<string[]> SlugsAsync(Visitor visitor, string asked)
    {
        var answer = await visitor.VisitAsync($"/api/v1/publications?q={Uri.EscapeDataString(asked)}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. JsonDocument.Parse(answer.Body).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!)];
    }

    /// <summary>Different words of the same length that the stemmer leaves apart.</summary>
    private static string Word(int number) =>
        "z" + string.Concat((number + 1_000_000).ToString(CultureInfo.InvariantCulture).Select(digit => (char)('b' + ((digit - '0') * 2)))) + "xk";
}
