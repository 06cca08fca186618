using Acervo.Platform.Accounts;

namespace Acervo.Modules.Admin;

/// <summary>The questions that administration asks in more than one place.</summary>
internal static class AdminData
{
    extension(IQueryable<Person> people)
    {
        /// <summary>People at work whose role decides on the work of others and who enter with a password alone.</summary>
        public IQueryable<Person> WithoutSecondFactor() => people.Where(person =>
            person.DisabledAt == null && !person.TwoFactorEnabled
            && person.Grants.Any(grant => grant.Role == Role.Reviewer || grant.Role == Role.Administrator));
    }
}
