using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;

namespace Acervo.Tests.Rights;

/// <summary>People of every kind, and one of each thing they could ask for: what the tables of rights are asked over.</summary>
internal sealed class Scene : IAsyncDisposable
{
    /// <summary>One unit over the entity of the scene, one beside it and one under it.</summary>
    private static readonly string[] Tree = ["Sector de Pruebas", "Agencia Vecina de Pruebas", "Oficina de Pruebas"];

    private readonly List<(string Name, Visitor Visitor)> people = [];
    private readonly Dictionary<string, Person> persons = new(StringComparer.Ordinal);

    private Scene(AppHost app) => App = app;

    public AppHost App { get; }

    /// <summary>Writes the things of the scene, in the entity of the reviewers.</summary>
    public Person Author { get; private set; } = null!;

    public Person Reviewer { get; private set; } = null!;

    /// <summary>A second reviewer of the same entity, who is not among those that ask.</summary>
    public Person Second { get; private set; } = null!;

    /// <summary>Those who ask, from nobody to the administrator.</summary>
    public IReadOnlyList<(string Name, Visitor Visitor)> People => people;

    public AccessTable Addresses { get; private set; } = null!;

    public static async Task<Scene> SetAsync(AppHost app)
    {
        var scene = new Scene(app);
        await scene.InviteAsync();
        Dictionary<string, string> examples = new(StringComparer.Ordinal);
        foreach (var module in typeof(Scene).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IRouteExamples))))
        {
            foreach (var (pattern, path) in await ((IRouteExamples)Activator.CreateInstance(module)!).SetAsync(scene))
            {
                examples.Add(pattern, path);
            }
        }

        scene.Addresses = new AccessTable(app, examples);
        return scene;
    }

    /// <summary>The browser of one of those who ask.</summary>
    public Visitor As(string name) => people.Single(person => person.Name == name).Visitor;

    /// <summary>Who that is.</summary>
    public Person Who(string name) => persons[name];

    public ValueTask DisposeAsync()
    {
        people.ForEach(person => person.Visitor.Dispose());
        return ValueTask.CompletedTask;
    }

    private async Task InviteAsync()
    {
        (Author, Reviewer, Second) = (await NewAsync("Lucía", Cast.Habitat, Role.Contributor), await NewAsync("Mateo", Cast.Habitat, null),
            await NewAsync("Inés", Cast.Habitat, Role.Reviewer));
        var elsewhere = await NewAsync("Otra entidad", Cast.Movilidad, null);
        await GrantAsync(Reviewer, Role.Reviewer, Cast.Habitat);
        await GrantAsync(elsewhere, Role.Reviewer, Cast.Movilidad);
        var (over, beside, under) = await HangAsync();
        people.Add(("visitor", App.CreateClient()));
        await AddAsync("stranger", await NewAsync("Nelson", Cast.Movilidad, Role.Contributor));
        await AddAsync("elsewhere", elsewhere);
        await AddAsync("author", Author);
        await AddAsync("reviewer", Reviewer);
        await AddAsync("above", await NewReviewerAsync("Arriba", over));
        await AddAsync("sibling", await NewReviewerAsync("Al lado", beside));
        await AddAsync("below", await NewReviewerAsync("Abajo", under));
        await AddAsync("liaison", await NewAsync("Dalia", Cast.Habitat, Role.Liaison));
        await AddAsync("admin", await NewAsync("Ramiro", Cast.Habitat, Role.Administrator));
    }

    /// <summary>Hangs the entity of the scene in a tree: one over it, one beside it and one under it.</summary>
    private async Task<(int Over, int Beside, int Under)> HangAsync()
    {
        await using var db = App.Db();
        var own = (await db.FindAsync<Term>(Cast.Habitat))!;
        var units = Tree.Select((name, index) => Term.Add("dependencias", $"escena-{index}", name, 900 + index, Author.Id)).ToArray();
        db.AddRange(units);
        await db.SaveChangesAsync();
        var now = App.Clock.GetUtcNow().UtcDateTime;
        own.MoveUnder(units[0].Id, now, Author.Id);
        units[1].MoveUnder(units[0].Id, now, Author.Id);
        units[2].MoveUnder(own.Id, now, Author.Id);
        await db.SaveChangesAsync();
        return (units[0].Id, units[1].Id, units[2].Id);
    }

    private async Task<Person> NewReviewerAsync(string name, int unit)
    {
        var person = await NewAsync(name, unit, null);
        await GrantAsync(person, Role.Reviewer, unit);
        return person;
    }

    private async Task AddAsync(string name, Person person)
    {
        persons.Add(name, person);
        people.Add((name, await App.SignInAsync(person)));
    }

    private async Task<Person> NewAsync(string name, int unit, Role? role) =>
        await App.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", unit, role is null ? [] : [role.Value]));

    private async Task GrantAsync(Person person, Role role, int unit)
    {
        await using var db = App.Db();
        (await db.FindAsync<Person>(person.Id))!.Grant(role, unit, by: null);
        await db.SaveChangesAsync();
    }
}
