using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.HouseRules;

/// <summary>The schema is written by hand: what the model maps must be there.</summary>
public sealed class ColumnTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Every_mapped_column_of_every_entity_can_be_selected()
    {
        await using var db = app.Db();
        var entities = db.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).ToList();
        Assert.True(entities.Count > 15, $"Only {entities.Count} entities are mapped.");
        List<string> offences = [];
        foreach (var entity in entities)
        {
            try
            {
                await Rows(db, entity.ClrType).AsNoTracking().Where(_ => false).ToListAsync(TestContext.Current.CancellationToken);
            }
            catch (Npgsql.PostgresException missing)
            {
                offences.Add($"{entity.ClrType.Name}: {missing.MessageText}");
            }
        }

        SourceTree.None(offences);
    }

    private static IQueryable<object> Rows(DbContext db, Type entity) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(entity).Invoke(db, null)!;
}
