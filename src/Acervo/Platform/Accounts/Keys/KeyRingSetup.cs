using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts.Keys;

/// <summary>Wires Data Protection: one key ring in PostgreSQL for all nodes, encrypted with a key outside it or with a certificate.</summary>
internal static class KeyRingSetup
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddSingleton<KeyRingSecret>();
        services.AddSingleton<PostgresKeys>();
        services.AddHostedService<FirstKey>();
        services.AddDataProtection().SetApplicationName("Acervo");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
        {
            keys.XmlRepository = provider.GetRequiredService<PostgresKeys>();
            keys.XmlEncryptor = new KeyRingEncryptor(provider.GetRequiredService<KeyRingSecret>());
        }));
    }
}
