using Acervo.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Mail;

/// <summary>Takes letters. A letter is saved with the act that causes it, in one transaction, and sent later.</summary>
public sealed class Outbox(TimeProvider clock, SiteUrl site)
{
    /// <summary>Adds a letter to what the context will save.</summary>
    /// <exception cref="RuleException">A line break in the address, the subject or the link: somebody tries to write headers of their own. Or files that no
    /// server takes.</exception>
    public async Task AddAsync(AppDb db, NewLetter letter, CancellationToken cancel)
    {
        if ((letter.To + letter.Subject + letter.Unsubscribe + letter.ReplyTo).AsSpan().ContainsAny('\r', '\n'))
        {
            throw new RuleException("La dirección, el asunto y el enlace de un correo van en una sola línea.");
        }

        if (letter.Files.Sum(file => (long)file.Bytes.Length) > LetterFile.MostBytes)
        {
            throw new RuleException("Los archivos de un correo pesan hasta 10 MB entre todos. Envíe un enlace.");
        }

        await db.AddAsync(
            new Letter
            {
                ToAddress = letter.To,
                Subject = letter.Subject,
                Body = letter.Body,
                Kind = letter.Kind.Name,
                Lane = letter.Kind.Lane,
                GoodFor = letter.Kind.GoodFor,
                Unsubscribe = letter.Unsubscribe ?? "",
                ReplyTo = letter.ReplyTo ?? "",
                Files = [.. letter.Files],
                CreatedAt = clock.GetUtcNow().UtcDateTime,
                Site = site.Root,
                MessageId = $"{Guid.NewGuid():N}",
            },
            cancel);
    }

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Letter>().ToTable("outbox").HasMany(letter => letter.Files).WithOne().HasForeignKey(file => file.LetterId);
        model.Entity<LetterFile>().ToTable("outbox_files");
    }
}
