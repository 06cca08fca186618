using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Accounts;

/// <summary>Who holds a role: whom to write to, and whether somebody who is not asking still holds it.</summary>
public static class PeopleByRole
{
    extension(IQueryable<Person> people)
    {
        /// <summary>People at work who hold the role anywhere.</summary>
        public IQueryable<Person> WithRole(Role role) =>
            people.Where(person => person.DisabledAt == null && person.Grants.Any(grant => grant.Role == role)).OrderBy(person => person.Id);
    }

    extension(AppDb db)
    {
        /// <summary>People at work who hold the role everywhere, in the unit of the circle or in one above it.</summary>
        public IQueryable<Person> PeopleWith(Role role, Circle circle)
        {
            var above = db.Database.SqlQuery<int>($"""SELECT u AS "Value" FROM app.units_above({circle.UnitId}) u""");
            return db.Set<Person>().Where(person => person.DisabledAt == null
                && person.Grants.Any(grant => grant.Role == role && (grant.UnitId == null || above.Contains(grant.UnitId.Value))))
                .OrderBy(person => person.Id);
        }
    }
}
