using Acervo.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Mail;

/// <summary>Takes letters. A letter is saved with the act that causes it, in one transaction, and sent later.</summary>
public sealed class Outbox(TimeProvider clock, SiteUrl site)
{
    /// <summary>Adds a letter to what the context will save.</summary>
    /// <param name="db">The context of the act.</param>
    /// <param name="to">One plain address.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="goodFor">After how long it is given up unsent: see <see cref="LetterTerm"/>.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="RuleException">A line break in the address or the subject: somebody tries to write headers of their own.</exception>
    public async Task AddAsync(AppDb db, string to, string subject, string body, TimeSpan goodFor, CancellationToken cancel)
    {
        if ((to + subject).AsSpan().ContainsAny('\r', '\n'))
        {
            throw new RuleException("La dirección y el asunto de un correo van en una sola línea.");
        }

        await db.AddAsync(
            new Letter
            {
                ToAddress = to,
                Subject = subject,
                Body = body,
                CreatedAt = clock.GetUtcNow().UtcDateTime,
                GoodFor = goodFor,
                Site = site.Root,
                MessageId = $"{Guid.NewGuid():N}",
            },
            cancel);
    }

    public static void Describe(ModelBuilder model) => model.Entity<Letter>().ToTable("outbox");
}
