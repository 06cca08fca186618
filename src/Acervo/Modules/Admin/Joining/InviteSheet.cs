using System.Globalization;
using System.Net.Mail;
using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Text;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Joining;

/// <summary>People from a sheet: each row that goes in is an invitation, and taking it back withdraws those that nobody accepted.</summary>
internal sealed class InviteSheet(AppDb db, Invitations invitations, Units units, SiteIdentity site) : ImportKind
{
    public const string Kind = "people";

    private const int LongestName = 120;
    private const int LongestMail = 254;

    private static string Roles => string.Join(", ", Enum.GetValues<Role>().Select(role => role.Spanish()));

    public override string Name => "Personas por invitar";

    public override IReadOnlyList<TableField> Fields { get; } =
    [
        new("name", "Nombre", "nombre", "nombres", "nombres y apellidos", "nombre completo", "persona") { IsRequired = true },
        new("email", "Correo", "correo", "correo electrónico", "correo institucional", "email", "e-mail", "mail") { IsRequired = true },
        new("role", "Rol", "rol", "perfil", "permiso") { IsRequired = true },
        new("unit", "Entidad o dependencia", "dependencia", "entidad", "unidad", "oficina", "área"),
    ];

    public override Role Role => Role.Administrator;

    public override int MostRows => 1_000;

    public override string HomeOf(TableImport import) => "/admin/personas/invitaciones";

    public override async Task JudgeAsync(TableImport import, IReadOnlyList<SheetRecord> rows, IReadOnlyList<ImportRow> before, CancellationToken cancel)
    {
        var places = (await units.ChoicesAsync(cancel)).ToLookup(unit => Slug.Of(unit.Name), unit => unit.Id);
        var mails = rows.Select(row => Person.Normalize(row.Text("email"))).ToList();
        var known = await db.People.Where(person => mails.Contains(person.NormalizedEmail)).Select(person => person.NormalizedEmail).ToListAsync(cancel);
        var seen = before.Where(row => row.Became.ContainsKey("email")).GroupBy(row => Person.Normalize(row.Became["email"]), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Number, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            row.Row.Judge(Judge(row, places, [.. known], seen));
        }
    }

    public override async Task<IReadOnlyList<Entered>> EnterAsync(TableImport import, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        List<Entered> entered = [];
        foreach (var row in rows)
        {
            var (email, unit) = (row.Became["email"], row.Became["unit-id"]);
            var request = new InvitationRequest(row.Became["name"], email, Enum.Parse<Role>(row.Became["role-name"]),
                unit.Length == 0 ? null : int.Parse(unit, CultureInfo.InvariantCulture))
            { IsOutside = !site.HasMail(email) };
            try
            {
                var (invitation, _) = await invitations.PlaceAsync(request, import.PersonId, cancel);
                entered.Add(new Entered(row, () => $"invitation/{invitation.Id}", () => 0));
            }
            catch (RuleException accepted)
            {
                row.Doubt(accepted.Message); // somebody with that address entered since the row was judged
            }
        }

        return entered;
    }

    public override async Task<IReadOnlyDictionary<long, string>> ChangedAsync(TableImport import, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var used = await Of(rows).Where(invitation => invitation.UsedAt != null).Select(invitation => invitation.Id).ToListAsync(cancel);
        return rows.Where(row => used.Contains(IdOf(row))).ToDictionary(row => row.Id, row => $"«{row.Became["name"]}» (fila {row.Number}) ya aceptó.");
    }

    public override async Task LeaveAsync(TableImport import, IReadOnlyList<ImportRow> rows, int by, CancellationToken cancel)
    {
        var now = await db.NowAsync(cancel);
        foreach (var invitation in await Of(rows).Waiting(now).ToListAsync(cancel))
        {
            invitation.Withdraw(now, by);
        }
    }

    private IQueryable<Invitation> Of(IReadOnlyList<ImportRow> rows)
    {
        var ids = rows.Select(IdOf).ToList();
        return db.Invitations.Where(invitation => ids.Contains(invitation.Id));
    }

    private static int IdOf(ImportRow row) => int.Parse(row.Subject!.Split('/')[1], CultureInfo.InvariantCulture);

    private Verdict Judge(SheetRecord row, ILookup<string, int> places, HashSet<string?> known, Dictionary<string, int> seen)
    {
        var (name, email, said) = (string.Join(' ', row.Text("name").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), row.Text("email"),
            row.Text("unit"));
        if (name.Length + email.Length == 0)
        {
            return new Verdict(Triage.None, []);
        }

        var (wrong, unit) = (new List<string>(), said.Length == 0 ? [] : places[Slug.Of(said)].ToList());
        Role? role = Enum.GetValues<Role>().Where(one => Slug.Of(one.Spanish()) == Slug.Of(row.Text("role"))).Select(one => (Role?)one).FirstOrDefault();
        Check(name.Length is 0 or > LongestName, "Escriba el nombre, de hasta 120 caracteres.");
        Check(!MailAddress.TryCreate(email, out var parsed) || parsed.Address != email || email.Length > LongestMail,
            $"«{email}» no es un correo electrónico, como nombre@entidad.gov.co.");
        Check(role is null, $"«{row.Text("role")}» no es un rol. Escriba uno de estos: {Roles}.");
        Check(said.Length > 0 && unit.Count != 1, $"«{said}» no es una entidad o dependencia de los catálogos. Escríbala como está allí.");
        Check(wrong.Count == 0 && known.Contains(Person.Normalize(email)), "Ya hay una persona con ese correo.");
        Check(wrong.Count == 0 && !seen.TryAdd(Person.Normalize(email), row.Row.Number),
            $"Ese correo ya está en la fila {seen.GetValueOrDefault(Person.Normalize(email))}.");
        var verdict = new Verdict(wrong.Count > 0 ? Triage.Rejected : row.Warnings.Count > 0 ? Triage.Warning : Triage.Accepted, [.. wrong, .. row.Warnings])
        {
            Became = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["email"] = email,
                ["role"] = role?.Spanish() ?? row.Text("role"),
                ["unit"] = said.Length > 0 ? said : "Toda la plataforma",
                ["role-name"] = $"{role}",
                ["unit-id"] = unit.Count == 1 ? unit[0].ToString(CultureInfo.InvariantCulture) : "",
            },
        };
        return wrong.Count > 0 || site.HasMail(email) ? verdict : verdict with
        {
            Triage = Triage.Decision,
            Messages = [.. verdict.Messages, $"El correo no termina en {site.MailEndings}."],
            Question = $"Hay correos que no terminan en {site.MailEndings}. Diga si las invitaciones van a esas direcciones.",
        };

        void Check(bool isWrong, string sentence) => wrong.AddRange(isWrong ? [sentence] : []);
    }
}
