using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Whether the labels that were found make a document the filled-in form: minutes and reports have headings of the same words.</summary>
internal static partial class FormEvidence
{
    private const double LeastShare = 0.2;
    private const double LeastLabels = 5;

    /// <summary>A file that states the code of the form needs few labels to be believed.</summary>
    private const double LabelsWithCode = 2.5;

    /// <summary>A form of an entity's own may have fewer than that.</summary>
    private const double LeastStated = 0.4;

    /// <summary>One that calls itself something else needs many, whatever it states.</summary>
    private const double ShareOfOthers = 0.6;

    private const int HeadLines = 8;

    public static bool Suffices(FormDefinition form, IReadOnlyList<LabelMatch> chain, IReadOnlyList<ReadingLine> lines, bool isStated)
    {
        var (told, expected) = (chain.Sum(Weight), FormReader.Expected(form));
        return told >= (IsSomethingElse(chain, lines) ? expected * ShareOfOthers
            : isStated ? Math.Min(LabelsWithCode, expected * LeastStated) : Math.Max(LeastLabels, expected * LeastShare));
    }

    /// <summary>How much a label tells: «Conclusiones» alone stands in every report.</summary>
    private static double Weight(LabelMatch match) => match switch
    {
        { Label: { Question: null, IsFilledOn: false } } => 0,
        { Short: true } => 0.6,
        _ => match.Label.Spellings[0].Length == 1 ? 0.5 : 1,
    };

    private static bool IsSomethingElse(IReadOnlyList<LabelMatch> chain, IReadOnlyList<ReadingLine> lines) =>
        lines.Take(Math.Min(HeadLines, chain.Count == 0 ? HeadLines : chain[0].Line)).Any(line => Other().IsMatch(Words.Key(line.Text)));

    [GeneratedRegex(@"^(?:actas? (?:de|no?|n|nro|numero|\d)\b|acta$|memorando\b|circular\b|resolucion\b|informe (?:de|final|no)\b|agenda\b|orden del dia|"
        + @"minuta\b|relatoria\b|ayuda de memoria|lista(?:do)? de asistencia|comunicado\b)", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Other();
}
