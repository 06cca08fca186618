using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Acervo.Platform.Data;
using Acervo.Platform.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Mail;

/// <summary>Letters to a server that protects the connection, before or after the greeting, with a certificate that somebody must believe.</summary>
public sealed class MailTlsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("acervo-tls-").FullName;
    private readonly X509Certificate2 certificate = New("localhost");

    [Theory]
    [InlineData(MailTls.StartTls)]
    [InlineData(MailTls.Implicit)]
    public async Task A_letter_and_the_password_go_protected(MailTls tls)
    {
        await using var server = new MailCatcher(tls, certificate) { Host = "localhost" };
        await using var app = await AppHost.StartAsync([.. server.Settings, ("Mail:Authorities", Pem(certificate)), ("Mail:User", "acervo"),
            ("Mail:Password", "clave de prueba")]);

        Assert.Equal(1, await DeliverAsync(app));

        Assert.Equal("lucia@example.gov.co", Assert.Single(server.Caught).To);
        Assert.Equal(("acervo", "clave de prueba", true), Assert.Single(server.SignIns));
    }

    [Theory]
    [InlineData(MailTls.StartTls, false, "localhost")]
    [InlineData(MailTls.Implicit, false, "localhost")]
    [InlineData(MailTls.StartTls, true, "127.0.0.1")]
    public async Task A_server_that_nobody_vouches_for_gets_neither_letter_nor_password(MailTls tls, bool isBelieved, string host)
    {
        await using var server = new MailCatcher(tls, certificate) { Host = host };
        var authorities = isBelieved ? certificate : New("otra.example");
        await using var app = await AppHost.StartAsync([.. server.Settings, ("Mail:Authorities", Pem(authorities)), ("Mail:User", "acervo"),
            ("Mail:Password", "clave de prueba")]);

        Assert.Equal(0, await DeliverAsync(app));

        Assert.Empty(server.Caught);
        Assert.Empty(server.SignIns);
    }

    public void Dispose()
    {
        certificate.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<int> DeliverAsync(AppHost app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await scope.ServiceProvider.GetRequiredService<Outbox>()
            .AddAsync(db, new NewLetter("lucia@example.gov.co", "Asunto", "Cuerpo", LetterKind.Notice), TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await scope.ServiceProvider.GetRequiredService<Postman>().DeliverAsync(TestContext.Current.CancellationToken);
    }

    private string Pem(X509Certificate2 one)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(file, one.ExportCertificatePem());
        return file;
    }

    /// <summary>A certificate that vouches for itself.</summary>
    private static X509Certificate2 New(string host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
