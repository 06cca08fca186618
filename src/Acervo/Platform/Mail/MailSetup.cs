namespace Acervo.Platform.Mail;

/// <summary>Wires the mail: what takes letters, what sends them, and the bell between the two.</summary>
internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings());
        services.AddSingleton<Outbox>();
        services.AddScoped<OutboxShelf>();
        services.AddScoped<Postman>();
        services.AddHostedService<MailBell>();
    }
}
