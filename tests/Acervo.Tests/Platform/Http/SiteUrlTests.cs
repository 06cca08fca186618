using Acervo.Platform.Data;
using Acervo.Platform.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Acervo.Tests.Platform.Http;

/// <summary>A server that other machines reach does not start without its address; one for this machine needs none.</summary>
public sealed class SiteUrlTests
{
    [Theory]
    [InlineData("urls", "http://0.0.0.0:8080")]
    [InlineData("urls", "http://127.0.0.1:8080;http://*:80")]
    [InlineData("Site:KnownProxies:0", "127.0.0.1")]
    [InlineData("AllowedHosts", "acervo.example.gov.co")]
    [InlineData("Site:Url", "acervo.example.gov.co")]
    public void A_server_for_others_says_at_its_start_that_its_address_is_missing(string key, string value) =>
        Assert.Throws<RuleException>(() => SiteUrl.Check(Of((key, value)), new Place("Production")));

    [Theory]
    [InlineData("Production", "urls", "http://127.0.0.1:8080;http://[::1]:8080;http://localhost:8081")]
    [InlineData("Production", "AllowedHosts", "*")]
    [InlineData("Development", "urls", "http://0.0.0.0:8080")]
    public void A_server_for_this_machine_needs_no_address(string environment, string key, string value) =>
        SiteUrl.Check(Of((key, value)), new Place(environment));

    [Fact]
    public void With_its_address_any_server_starts() =>
        SiteUrl.Check(Of(("urls", "http://0.0.0.0:8080"), ("Site:Url", "https://acervo.example.gov.co")), new Place("Production"));

    private static IConfiguration Of(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();

    /// <summary>Where a program says it runs.</summary>
    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Acervo";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
