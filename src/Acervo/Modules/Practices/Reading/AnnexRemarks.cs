using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Remarks about annexes that are only named: a file that did not come along, a link that leads to a front page.</summary>
internal static partial class AnnexRemarks
{
    public static IEnumerable<Observation> Of(RemarkContext context)
    {
        foreach (var (question, annexes) in context.Of(QuestionType.Attachments).Select(question => (question, context.Answers.List(question.Key))))
        {
            foreach (var annex in annexes)
            {
                foreach (Match file in FileName().Matches(Link().Replace(annex, " "))
                    .Where(file => !context.Reference.AttachedFiles.Contains(file.Value, StringComparer.OrdinalIgnoreCase)))
                {
                    yield return new Observation(question.Key, "annex-not-attached", ObservationSeverity.Warning,
                        $"El anexo «{file.Value}» se nombra, pero el archivo no viene adjunto. Adjúntelo o escriba su enlace.");
                }

                foreach (Match link in Link().Matches(annex)
                    .Where(link => Uri.TryCreate(link.Value, UriKind.Absolute, out var address) && address.AbsolutePath == "/" && address.Query.Length == 0))
                {
                    yield return new Observation(question.Key, "annex-front-page", ObservationSeverity.Note,
                        $"El enlace {link.Value} lleva a la página de inicio de un sitio. Escriba el enlace directo al soporte.");
                }
            }
        }
    }

    [GeneratedRegex(@"https?://[^\s)>\]]+", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\p{L}\d_][\p{L}\d_ .()-]*?\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|rar|mp4|mp3|csv)\b", RegexOptions.IgnoreCase,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex FileName();
}
