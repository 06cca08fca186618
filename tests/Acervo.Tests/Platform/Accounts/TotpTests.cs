using System.Text;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Platform.Accounts;

/// <summary>Codes are those of every authenticator application.</summary>
public sealed class TotpTests
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void They_are_those_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Encoding.ASCII.GetBytes("12345678901234567890"), Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData("", "")]
    [InlineData("MY", "f")]
    [InlineData("MZXQ", "fo")]
    [InlineData("MZXW6", "foo")]
    [InlineData("MZXW6YQ", "foob")]
    [InlineData("mzxw 6ytb", "fooba")]
    [InlineData("MZXW6YTBOI", "foobar")]
    public void The_typed_key_is_read_as_RFC_4648_says(string base32, string text) => Assert.Equal(text, Encoding.ASCII.GetString(Totp.Decode(base32)));
}
