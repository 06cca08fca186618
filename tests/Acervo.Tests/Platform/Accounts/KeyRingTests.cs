using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Accounts;

/// <summary>The key ring: one for all nodes, and unreadable where it is kept.</summary>
public sealed class KeyRingTests
{
    [Fact]
    public async Task Nodes_that_start_at_once_agree_on_one_key()
    {
        await using var app = await AppHost.StartAsync();
        await using var db = app.Db();
        var owner = new Npgsql.NpgsqlConnection(app.Connections.Owner);
        await using (owner)
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var wipe = new Npgsql.NpgsqlCommand("DELETE FROM app.data_protection_keys", owner);
            await wipe.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.JoinAsync()));

        var keys = await db.Database.SqlQuery<string>($"SELECT xml AS \"Value\" FROM app.data_protection_keys")
            .ToListAsync(TestContext.Current.CancellationToken);
        var key = Assert.Single(keys);
        Assert.Contains("KeyRingDecryptor", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        var lucia = await app.SeedAsync(Cast.Contributor());
        using var visitor = await nodes[0].SignInAsync(lucia);
        using var elsewhere = nodes[3].CreateClient();
        elsewhere.SetCookie("acervo", visitor.Cookie("acervo")!);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await elsewhere.VisitAsync("/cuenta")).Status);
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_certificate_can_take_the_place_of_the_key_in_the_data_folder()
    {
        var file = Path.Combine(Path.GetTempPath(), $"acervo-{Guid.NewGuid():N}.pfx");
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=acervo", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "clave"), TestContext.Current.CancellationToken);

        await using var app = await AppHost.StartAsync(("Accounts:KeyRingCertificate", file), ("Accounts:KeyRingCertificatePassword", "clave"));
        await using var node = await app.JoinAsync();
        using var visitor = await app.SignInAsync(await app.SeedAsync(Cast.Contributor()));
        using var elsewhere = node.CreateClient();
        elsewhere.SetCookie("acervo", visitor.Cookie("acervo")!);

        Assert.Equal(System.Net.HttpStatusCode.OK, (await elsewhere.VisitAsync("/cuenta")).Status);
        Assert.False(File.Exists(app.Folder.PathOf("keyring.key")));
        File.Delete(file);
    }
}
