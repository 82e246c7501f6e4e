using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Limits;

/// <summary>How many machines answer requests: each that does writes it down now and then, and counts the others.</summary>
/// <param name="scopes">Give the tables.</param>
/// <param name="time">The clock.</param>
internal sealed class Machines(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _gone = TimeSpan.FromSeconds(60);

    private readonly string _id = Guid.NewGuid().ToString("n");
    private long _next;
    private int _count = 1;

    /// <summary>How many there were a short while ago, this one among them.</summary>
    public async ValueTask<int> Count(CancellationToken cancellation)
    {
        var (now, next) = (time.GetUtcNow(), Volatile.Read(ref _next));
        if (now.UtcTicks >= next && Interlocked.CompareExchange(ref _next, (now + _every).UtcTicks, next) == next)
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
            await database.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Machines" ("Id", "SeenAt") VALUES ({_id}, {now.UtcTicks}) ON CONFLICT ("Id") DO UPDATE SET "SeenAt" = excluded."SeenAt" """, cancellation);
            var since = now - _gone;
            Volatile.Write(ref _count, Math.Max(1, await database.Machines.CountAsync(row => row.SeenAt > since, cancellation)));
        }

        return Volatile.Read(ref _count);
    }
}
