using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Api.Posting;

/// <summary>
/// Answers a request with an idempotency key once. The key is reserved before anything is done; a refusal that made nothing frees it; what
/// breaks off in the middle is taken up again by the next request with that key, which makes the same things under the same ids.
/// </summary>
internal sealed class IdempotencyDesk(SoraDatabase database, PostsInFlight inFlight, TimeProvider time)
{
    private const int BrokenOff = -1;
    private static readonly TimeSpan _kept = TimeSpan.FromHours(24);

    /// <summary>How long another process may be at it before its request counts as broken off.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    /// <summary>Answers, anew or as before.</summary>
    /// <returns>The answer, and whether it was given before.</returns>
    public async Task<(Answer Answer, bool Replayed)> Run(
        string tenant, string key, string hash, Func<OrderIds, Task<Answer>> answer, CancellationToken cancellation)
    {
        var entered = inFlight.TryEnter(tenant, key);
        try
        {
            var row = await Reserve(tenant, key, hash, entered, cancellation);
            return row.Status > 0
                ? (new Answer(row.Body), true)
                : (await Answer(row, answer, cancellation), false);
        }
        finally
        {
            if (entered)
            {
                inFlight.Leave(tenant, key);
            }
        }
    }

    private async Task<IdempotencyRow> Reserve(
        string tenant, string key, string hash, bool entered, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await database.Idempotency
            .Where(row => row.TenantId == tenant && row.CreatedAt < now - _kept)
            .ExecuteDeleteAsync(cancellation);
        var known = await Find(tenant, key, cancellation);
        if (known is null && entered)
        {
            var row = new IdempotencyRow { TenantId = tenant, Key = key, RequestHash = hash, CreatedAt = now };
            var entry = database.Idempotency.Add(row);
            try
            {
                await database.SaveChangesAsync(cancellation);
                return row;
            }
            catch (DbUpdateException)
            {
                known = await Find(tenant, key, cancellation) ?? throw Refusals.InFlight();
            }
            finally
            {
                entry.State = EntityState.Detached;
            }
        }

        if (known is not null && known.RequestHash != hash)
        {
            throw Refusals.OtherBody();
        }

        return known is not null && (known.Status > 0 || (entered && IsFree(known, now))) ? known : throw Refusals.InFlight();
    }

    private bool IsFree(IdempotencyRow row, DateTimeOffset now) =>
        row.Status == BrokenOff || row.CreatedAt < inFlight.Since || row.CreatedAt < now - _longest;

    private async Task<Answer> Answer(IdempotencyRow row, Func<OrderIds, Task<Answer>> answer, CancellationToken cancellation)
    {
        try
        {
            var given = await answer(new OrderIds(row.TenantId, row.Key, row.CreatedAt));
            await Mark(row, 200, given.Kept ?? given.Json, cancellation);
            return given;
        }
        catch (Exception fault) when (fault is RequestException or ApiException { Status: < 500 })
        {
            await Rows(row).ExecuteDeleteAsync(CancellationToken.None);
            throw;
        }
        catch
        {
            await Mark(row, BrokenOff, "", CancellationToken.None);
            throw;
        }
    }

    private Task<int> Mark(IdempotencyRow row, int status, string body, CancellationToken cancellation) => Rows(row)
        .ExecuteUpdateAsync(rows => rows.SetProperty(r => r.Status, status).SetProperty(r => r.Body, body), cancellation);

    private IQueryable<IdempotencyRow> Rows(IdempotencyRow row) =>
        database.Idempotency.Where(other => other.TenantId == row.TenantId && other.Key == row.Key);

    private Task<IdempotencyRow?> Find(string tenant, string key, CancellationToken cancellation) =>
        database.Idempotency.AsNoTracking().SingleOrDefaultAsync(row => row.TenantId == tenant && row.Key == key, cancellation);
}
