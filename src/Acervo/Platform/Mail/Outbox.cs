using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Mail;

/// <summary>Takes letters. A letter is saved with the act that causes it, in one transaction, and sent later.</summary>
public sealed class Outbox(TimeProvider clock)
{
    /// <summary>Adds a letter to what the context will save.</summary>
    /// <exception cref="RuleException">A line break in the address or the subject: somebody tries to write headers of their own.</exception>
    public async Task AddAsync(AppDb db, string to, string subject, string body, CancellationToken cancel)
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
                MessageId = $"{Guid.NewGuid():N}@acervo",
            },
            cancel);
    }

    public static void Describe(ModelBuilder model) => model.Entity<Letter>().ToTable("outbox");
}
