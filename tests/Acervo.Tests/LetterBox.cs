using System.Text.RegularExpressions;
using Acervo.Platform.Accounts;
using Acervo.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests;

/// <summary>Reads the letters that the program wrote, as their addressee would.</summary>
internal static partial class LetterBox
{
    /// <summary>The newest letter to an address; waits a little, since some are written after the page has answered.</summary>
    public static async Task<Letter> NewestAsync(AppHost app, string to)
    {
        for (var i = 0; i < 400; i++)
        {
            await using var db = app.Db();
            if (await db.Set<Letter>().Where(letter => letter.ToAddress == to).OrderByDescending(letter => letter.Id).FirstOrDefaultAsync() is { } letter)
            {
                return letter;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"No letter came to {to}.");
    }

    /// <summary>The path of the link in a letter.</summary>
    public static string PathIn(Letter letter) => new Uri(Link().Match(letter.Body).Value).PathAndQuery;

    /// <summary>Goes the whole way of somebody who forgot the password.</summary>
    public static async Task ResetAsync(AppHost app, Person person, string passphrase)
    {
        using var visitor = app.CreateClient();
        await visitor.PostFormAsync("/recuperar", ("Email", person.Email));
        var path = PathIn(await NewestAsync(app, person.Email));
        Assert.Equal("/entrar", (await visitor.PostFormAsync(path, ("Password", passphrase))).Location);
    }

    [GeneratedRegex("https?://\\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
