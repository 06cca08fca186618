using System.Text;
using System.Text.RegularExpressions;

namespace Acervo.Tests.Platform.Mail;

/// <summary>A mail as it came over the wire, read as a mail program would.</summary>
public sealed partial record CaughtMail(string From, string To, string Raw)
{
    public string Subject => Decoded("Subject");

    public string MessageId => Header("Message-ID");

    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    public IReadOnlyList<string> HeaderNames =>
        [.. Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Where(line => line[0] != ' ').Select(line => line.Split(':')[0])];

    public string Header(string name)
    {
        var unfolded = Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal);
        return unfolded.Split("\r\n").First(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];
    }

    private string Decoded(string name) => string.Concat(
        EncodedWord().Matches(Header(name)).Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value))));

    private string Part(string type)
    {
        var from = Raw.IndexOf($"Content-Type: {type}", StringComparison.Ordinal);
        var start = Raw.IndexOf("\r\n\r\n", from, StringComparison.Ordinal) + 4;
        var end = Raw.IndexOf("\r\n--", start, StringComparison.Ordinal);
        return Encoding.UTF8.GetString(Convert.FromBase64String(Raw[start..end])).ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWord();
}
