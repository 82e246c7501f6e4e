using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Limits;

/// <summary>
/// What callers send in a minute, over all machines. The count is one row that a single statement changes only within the limit: the time at which all
/// is there again. A machine takes as many requests at once as a second has, and gives them out by itself for two seconds, so that the row is asked for
/// about once a second and not for each request; what it does not give out is lost, so all machines together never let in more.
/// </summary>
/// <param name="scopes">Give the tables.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedRates(IServiceScopeFactory scopes, TimeProvider time) : IRequestRates
{
    private const int SecondsInAMinute = 60;
    private const int MostKept = 10_000;
    private static readonly TimeSpan _held = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<LimitedParty, Handful> _handfuls = new();

    public async ValueTask<RateVerdict> Count(LimitedParty party, CancellationToken cancellation)
    {
        var handful = _handfuls.GetOrAdd(party, _ => new Handful());
        if (handful.Take(time.GetUtcNow()) is { } left)
        {
            return new RateVerdict(true, left, TimeSpan.Zero);
        }

        await handful.Filling.WaitAsync(cancellation);
        try
        {
            return handful.Take(time.GetUtcNow()) is { } filled ? new RateVerdict(true, filled, TimeSpan.Zero) : await Fill(handful, party, cancellation);
        }
        finally
        {
            handful.Filling.Release();
            Forget();
        }
    }

    private async Task<RateVerdict> Fill(Handful handful, LimitedParty party, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        var now = time.GetUtcNow();
        var one = TimeSpan.TicksPerMinute / party.PerMinute;
        foreach (var count in new[] { Math.Max(1, party.PerMinute / SecondsInAMinute), 1 }.Distinct())
        {
            if (await Take(database, party, now.UtcTicks, count * one, cancellation) is { } fullAt)
            {
                var left = Math.Max(0, (party.Burst.Ticks - (fullAt - now.UtcTicks)) / one);
                handful.Fill(count - 1, left, now + _held);
                return new RateVerdict(true, left + count - 1, TimeSpan.Zero);
            }
        }

        var name = NameOf(party);
        var until = await database.RequestRates.Where(row => row.Party == name).Select(row => row.FullAt).FirstOrDefaultAsync(cancellation);
        return new RateVerdict(false, 0, TimeSpan.FromTicks(Math.Max(1, until + one - party.Burst.Ticks - now.UtcTicks)));
    }

    private static async Task<long?> Take(SoraDatabase database, LimitedParty party, long now, long cost, CancellationToken cancellation)
    {
        var (name, first, most) = (NameOf(party), now + cost, now + Math.Max(cost, party.Burst.Ticks) - cost);
        var taken = await database.Database.SqlQuery<long>($"""
            INSERT INTO "RequestRates" ("Party", "FullAt") VALUES ({name}, {first})
            ON CONFLICT ("Party") DO UPDATE SET "FullAt" = CASE WHEN "RequestRates"."FullAt" > {now} THEN "RequestRates"."FullAt" ELSE {now} END + {cost}
            WHERE "RequestRates"."FullAt" <= {most}
            RETURNING "FullAt" AS "Value"
            """).ToListAsync(cancellation);
        return taken.Count > 0 ? taken[0] : null;
    }

    /// <summary>No table but that of keys needs to hold their ids.</summary>
    private static string NameOf(LimitedParty party) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(party.Id)))[..32];

    private void Forget()
    {
        if (_handfuls.Count > MostKept)
        {
            foreach (var idle in _handfuls.Where(one => one.Value.IsOver(time.GetUtcNow())))
            {
                _handfuls.TryRemove(idle);
            }
        }
    }

    /// <summary>What a machine has taken and not given out.</summary>
    private sealed class Handful
    {
        private readonly Lock _lock = new();
        private long _here;
        private long _elsewhere;
        private DateTimeOffset _until;

        public SemaphoreSlim Filling { get; } = new(1);

        /// <summary>Takes one: how many are left with those that are not taken. Null for none.</summary>
        public long? Take(DateTimeOffset now)
        {
            lock (_lock)
            {
                return _here > 0 && now < _until ? --_here + _elsewhere : null;
            }
        }

        public void Fill(long here, long elsewhere, DateTimeOffset until)
        {
            lock (_lock)
            {
                (_here, _elsewhere, _until) = (here, elsewhere, until);
            }
        }

        public bool IsOver(DateTimeOffset now)
        {
            lock (_lock)
            {
                return now >= _until && Filling.CurrentCount > 0;
            }
        }
    }
}
