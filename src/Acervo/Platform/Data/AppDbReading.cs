using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Data;

/// <summary>How a page gets the one thing its address names: found, or <see cref="NotFoundException"/>.</summary>
public static class AppDbReading
{
    public static async Task<T> GetAsync<T>(this DbSet<T> set, object id, CancellationToken cancel = default)
        where T : class =>
        await set.FindAsync([id], cancel) ?? throw new NotFoundException($"{typeof(T).Name} {id}");

    public static async Task<T> OneAsync<T>(this IQueryable<T> query, CancellationToken cancel = default)
        where T : class =>
        await query.FirstOrDefaultAsync(cancel) ?? throw new NotFoundException(typeof(T).Name);
}
