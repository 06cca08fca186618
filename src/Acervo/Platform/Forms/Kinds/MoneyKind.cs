using System.Text.Json.Nodes;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>An amount with its currency, kept as <c>COP 1500000.50</c> (ISO 4217); typed in two boxes, for an amount without a currency is no amount.</summary>
internal sealed class MoneyKind : AnswerKind
{
    /// <summary>The name of the box of the currency after that of the amount.</summary>
    public const string CurrencyBox = ".moneda";

    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.Money;

    public override IEnumerable<KeyValuePair<string, string[]>> Boxes(FormQuestion question, FormAnswers answers)
    {
        var parts = MoneyParts.Of(answers.Text(question.Key));
        return [new(question.Key, [parts.Amount]), new(question.Key + CurrencyBox, [parts.Currency])];
    }

    public override void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong)
    {
        var (typed, currency) = (Clean(posted[question.Key]).Trim(), Clean(posted[question.Key + CurrencyBox]).Trim());
        answers.Set(question.Key, typed.Length == 0 ? null : FigureValue.Parse(typed) is { } amount && MoneyParts.Currencies.ContainsKey(currency)
            ? $"{currency} {FigureValue.Kept(amount)}"
            : typed);
    }

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers)
    {
        var text = TextValue.Line(lines.Lines) ?? "";
        var money = FigureValue.Money(text);
        answers.Set(question.Key, money ?? text);
        if (money is null && text.Length > 0)
        {
            lines.Tell(question, "not-an-amount", ObservationSeverity.Warning,
                $"En «{question.Label}» dice «{text}». Escriba una sola cifra y su moneda.");
        }
    }

    public override IEnumerable<(string Mark, string Sentence)> Wrong(FormQuestion question, FormAnswers answers) =>
        answers.Text(question.Key) is { Length: > 0 } text && !MoneyParts.IsKept(text)
            ? [($"money:{question.Key}", $"«{text}» no es un valor con su moneda. En «{question.Label}» escriba la cifra, como 1.500.000, y elija la moneda.")]
            : [];

    public override string Plain(FormQuestion question, FormAnswers answers) =>
        answers.Text(question.Key) is { } text ? MoneyParts.IsKept(text) ? MoneyParts.Shown(text) : text : "";

    public override string? FigureOf(FormQuestion question, FormAnswers answers, string? currency) =>
        answers.Text(question.Key) is { } text && MoneyParts.IsKept(text) && text[..3] == currency ? text[4..] : null;

    public override void Publish(FormQuestion question, FormAnswers answers, FormAnswers seen) => seen.Set(question.Key, answers.Text(question.Key));

    public override JsonObject Schema(FormQuestion question) => new() { ["type"] = Types("string", "null"), ["pattern"] = @"^[A-Z]{3} -?\d+(\.\d+)?$" };
}
