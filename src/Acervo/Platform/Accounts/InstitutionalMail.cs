using Acervo.Ui;

namespace Acervo.Platform.Accounts;

/// <summary>Tells the addresses of the entity from private ones, before somebody is invited to enter by a letter.</summary>
internal static class InstitutionalMail
{
    /// <summary>Where the installation does not say its domains: those that only public bodies of the country can have.</summary>
    private const string Public = "gov.co";

    extension(SiteIdentity site)
    {
        public bool SaysItsDomains => site.MailDomains.Count > 0;

        public bool HasMail(string address)
        {
            var domain = address[(address.LastIndexOf('@') + 1)..].Trim().TrimEnd('.');
            return site.SaysItsDomains ? site.MailDomains.Any(own => IsWithin(domain, own)) : IsWithin(domain, Public);
        }

        /// <summary>How an address of the entity ends, in words.</summary>
        public string MailEndings => site.SaysItsDomains ? string.Join(" o ", site.MailDomains.Select(own => $"@{own.TrimStart('@')}")) : $".{Public}";
    }

    /// <summary>The domain itself or one below it; <c>otragov.co</c> is neither.</summary>
    private static bool IsWithin(string domain, string own)
    {
        var end = own.Trim().TrimStart('@').TrimEnd('.');
        return domain.Equals(end, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{end}", StringComparison.OrdinalIgnoreCase);
    }
}
