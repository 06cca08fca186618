using Acervo.Ui;

namespace Acervo.Platform.Files;

/// <summary>How many files one record may carry and what they may weigh together: enough for evidence, too little for a warehouse.</summary>
public static class AttachmentLimits
{
    public const int Most = 20;

    public const long Heaviest = 100_000_000;

    /// <summary>Called before a file is stored.</summary>
    /// <param name="present">The sizes of the files that the record carries already.</param>
    /// <param name="added">The size of the file to be added.</param>
    /// <exception cref="RuleException">There would be too many, or they would be too heavy.</exception>
    public static void Check(IReadOnlyCollection<long> present, long added)
    {
        if (present.Count >= Most)
        {
            throw new RuleException($"Una ficha admite hasta {Most} archivos. Quite alguno, o reúna varios en uno.");
        }

        if (present.Sum() + added > Heaviest)
        {
            throw new RuleException($"Los archivos de una ficha pueden sumar 100 MB; con este serían {Spanish.Bytes(present.Sum() + added)}. Quite alguno o "
                + "reduzca sus imágenes.");
        }
    }
}
