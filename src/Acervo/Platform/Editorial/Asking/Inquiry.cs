using Acervo.Platform.Text;

namespace Acervo.Platform.Editorial.Asking;

/// <summary>What somebody from outside wrote to those who made what is published: a question, or that they want to put it to use.</summary>
public sealed class Inquiry
{
    /// <summary>Characters of the message, at most.</summary>
    public const int LongestMessage = 2000;

    /// <summary>Characters of a name, and of the name of an entity, at most.</summary>
    public const int LongestName = 160;

    public long Id { get; private set; }

    public required string Kind { get; init; }

    /// <summary>The same for every version of the publication.</summary>
    public required int Item { get; init; }

    public required InquiryPurpose Purpose { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>Where it would be put to use; empty in a question.</summary>
    public required string Entity { get; init; }

    public required string Message { get; init; }

    /// <summary>Who wrote, until it was swept.</summary>
    public required string Name { get; init; }

    /// <summary>Where they are answered, until it was swept.</summary>
    public required string Email { get; init; }

    /// <summary>As it is kept. An interest outlives the data of who had it, so its words hold none; the letter has them as they were written.</summary>
    internal static Inquiry Of(NewInquiry said, DateTime now) => new()
    {
        Kind = said.Kind,
        Item = said.Item,
        Purpose = said.Purpose,
        AskedAt = now,
        Entity = Without(said.Entity, said),
        Message = said.Purpose == InquiryPurpose.Apply ? Without(said.Message, said) : said.Message,
        Name = said.Name,
        Email = said.Email,
    };

    /// <summary>An address of an office is no contact datum of a person elsewhere; here it is that of who wrote.</summary>
    private static string Without(string text, NewInquiry said)
    {
        const int shortest = 3;
        var kept = PersonalData.Redact(text).Replace(said.Email, "[correo]", StringComparison.OrdinalIgnoreCase);
        return said.Name.Length < shortest ? kept : kept.Replace(said.Name, "[nombre]", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Why somebody writes.</summary>
public enum InquiryPurpose
{
    /// <summary>To know more.</summary>
    Ask,

    /// <summary>To put it to use where they are.</summary>
    Apply,
}

/// <summary>What a visitor hands in about a publication, looked over by the page.</summary>
public sealed record NewInquiry(string Kind, int Item, InquiryPurpose Purpose, string Name, string Email, string Entity, string Message);
