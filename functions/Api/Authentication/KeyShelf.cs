using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Authentication;

/// <summary>The keys of a tenant: looked up, listed, made, rotated, revoked.</summary>
internal sealed class KeyShelf(SoraDatabase database, ApiKeys keys, TimeProvider time)
{
    private const int MostWorking = 100;
    private const int LongestText = 120;
    private const int LongestOverlap = 168;
    private const int UsualOverlap = 24;

    public async Task<ApiKeyRow> Get(string tenant, string id, CancellationToken cancellation) =>
        await database.ApiKeys.SingleOrDefaultAsync(row => row.Id == id && row.TenantId == tenant, cancellation)
        ?? throw Refusals.NotFound("api_key_id", $"There is no key '{id}'.", "api_key_not_found");

    public async Task<IReadOnlyList<ApiKeyRow>> List(string tenant, ListQuery query, CancellationToken cancellation)
    {
        var rows = database.ApiKeys.AsNoTracking().Where(row => row.TenantId == tenant);
        rows = query.After is { } after
            ? rows.Where(row => query.Ascending ? string.Compare(row.Id, after) > 0 : string.Compare(row.Id, after) < 0)
            : rows;
        rows = query.Ascending ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id);
        return await rows.Take(query.Limit + 1).ToListAsync(cancellation);
    }

    public async Task<(ApiKeyRow Row, string Secret)> Create(string tenant, string id, KeyCreate wanted, CancellationToken cancellation)
    {
        var terms = Checked(wanted);
        if (await Working(tenant).CountAsync(row => row.Id != id, cancellation) >= MostWorking)
        {
            throw Refusals.Conflict("scopes", $"There are {MostWorking} working keys already, which is the most that a tenant has. Revoke one first.", "too_many_api_keys");
        }

        return await keys.Issue(tenant, id, terms, cancellation);
    }

    /// <summary>Makes a key in the place of another, which goes on working for a while.</summary>
    public async Task<(ApiKeyRow Row, string Secret)> Rotate(string tenant, string oldId, string newId, KeyRotation wanted, CancellationToken cancellation)
    {
        var hours = wanted.OverlapHours ?? UsualOverlap;
        if (hours is < 0 or > LongestOverlap)
        {
            throw Refusals.Invalid("overlap_hours", $"overlap_hours must be a whole number from 0 to {LongestOverlap}.");
        }

        var old = await Get(tenant, oldId, cancellation);
        var now = time.GetUtcNow();
        if (old.ReplacedBy != newId && (old.RevokedAt is not null || old.ExpiresAt <= now))
        {
            throw Refusals.Conflict("api_key_id", $"The key '{oldId}' has ended or was rotated already; only a working key can be rotated.", "api_key_ended");
        }

        old.RevokedAt = now.AddHours(hours);
        old.ReplacedBy = newId;
        return await keys.Issue(
            tenant,
            newId,
            new KeyTerms(Scopes.OfRow(old.Scopes))
            {
                Name = old.Name,
                Member = old.Member,
                ExpiresAt = old.ExpiresAt,
                MostPerMinute = old.MostPerMinute,
                MostAtOnce = old.MostAtOnce,
            },
            cancellation);
    }

    /// <summary>Ends a key at once. The last one that may make others stays: without it the tenant would be locked out.</summary>
    public async Task<ApiKeyRow> Revoke(string tenant, string id, CancellationToken cancellation)
    {
        var row = await Get(tenant, id, cancellation);
        if (Scopes.OfRow(row.Scopes).HasFlag(Scope.Admin)
            && !(await Working(tenant).Where(other => other.Id != id && other.RevokedAt == null && other.ExpiresAt == null).Select(other => other.Scopes).ToListAsync(cancellation))
                .Any(words => Scopes.OfRow(words).HasFlag(Scope.Admin)))
        {
            throw Refusals.Conflict(
                "api_key_id", $"The key '{id}' is the last one with the scope admin that does not end by itself. Make or rotate to another first.", "last_admin_key");
        }

        await keys.Revoke(id, cancellation);
        await database.Entry(row).ReloadAsync(cancellation);
        return row;
    }

    private IQueryable<ApiKeyRow> Working(string tenant)
    {
        var now = time.GetUtcNow();
        return database.ApiKeys.Where(row => row.TenantId == tenant && (row.RevokedAt == null || row.RevokedAt > now) && (row.ExpiresAt == null || row.ExpiresAt > now));
    }

    private KeyTerms Checked(KeyCreate wanted)
    {
        Short("name", wanted.Name);
        Short("member", wanted.Member);
        Within("requests_per_minute", wanted.RequestsPerMinute, 1_000_000);
        Within("concurrent_requests", wanted.ConcurrentRequests, 10_000);
        return new KeyTerms(Scopes.Read(wanted.Scopes))
        {
            Name = wanted.Name,
            Member = wanted.Member,
            ExpiresAt = wanted.ExpiresAt is { } end ? End(end) : null,
            MostPerMinute = wanted.RequestsPerMinute,
            MostAtOnce = wanted.ConcurrentRequests,
        };
    }

    private DateTimeOffset End(long seconds)
    {
        var now = time.GetUtcNow();
        return seconds > now.ToUnixTimeSeconds() && seconds <= now.AddYears(10).ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw Refusals.Invalid("expires_at", "expires_at must be a Unix time in seconds, in the future and within ten years.");
    }

    private static void Short(string field, string? text)
    {
        if (text is not null && text.Trim().Length is 0 or > LongestText)
        {
            throw Refusals.Invalid(field, $"{field} must have 1 to {LongestText} characters.");
        }
    }

    private static void Within(string field, int? value, int most)
    {
        if (value < 1 || value > most)
        {
            throw Refusals.Invalid(field, $"{field} must be a whole number from 1 to {most}.");
        }
    }
}
