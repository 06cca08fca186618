using System.Net.Sockets;
using System.Text;

namespace Acervo.Tests.Platform.Http;

/// <summary>A request as no client would send it: its head alone, whatever it says of a body.</summary>
internal static class RawRequest
{
    /// <summary>The status the site answers before a single byte of the body has come.</summary>
    public static async Task<int> PostHeadAsync(Uri site, string path, long length, string? cookies)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Host, site.Port);
        await using var stream = client.GetStream();
        var cookie = cookies is null ? "" : $"Cookie: {cookies}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {site.Authority}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {length}\r\nExpect: "
                + $"100-continue\r\n{cookie}\r\n"));
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return int.Parse(line!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
