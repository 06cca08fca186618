namespace Acervo.Platform.Accounts;

/// <summary>Who holds a role: whom to write to.</summary>
public static class PeopleByRole
{
    extension(IQueryable<Person> people)
    {
        /// <summary>People at work who hold the role anywhere.</summary>
        public IQueryable<Person> WithRole(Role role) =>
            people.Where(person => person.DisabledAt == null && person.Grants.Any(grant => grant.Role == role)).OrderBy(person => person.Id);

        /// <summary>People at work who hold the role everywhere or in this unit.</summary>
        public IQueryable<Person> WithRole(Role role, int? unitId) =>
            people.Where(person => person.DisabledAt == null
            && person.Grants.Any(grant => grant.Role == role && (grant.UnitId == null || grant.UnitId == unitId)))
                .OrderBy(person => person.Id);
    }
}
