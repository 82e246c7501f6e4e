using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Pipeline.Fingerprints;

/// <summary>
/// The fingerprints of all renditions, for searching. They are read from the database when something is first looked for, and what came and
/// went since before each search; each instance of the service does that for itself. What was erased is never given, from the moment
/// that its row is gone.
/// </summary>
/// <param name="scopes">Where databases come from.</param>
/// <param name="time">The clock.</param>
public sealed class FingerprintLibrary(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private const int Page = 1000;

    /// <summary>How often all numbers are compared: some are committed after later ones, and others are deleted.</summary>
    private static readonly TimeSpan _comparison = TimeSpan.FromMinutes(5);

    private readonly FingerprintIndex _index = new();
    private readonly SemaphoreSlim _refreshing = new(1);
    private DateTimeOffset _compared;
    private long _last;

    /// <summary>The renditions that a film looks like, in whole or in part, the least likely by chance first.</summary>
    /// <param name="query">The film.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<KnownCopy>> Find(FingerprintQuery query, int most, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        await Refresh(database, cancellation);
        var matches = await Task.Run(() => _index.Find(query, most), cancellation);
        var keys = matches.Select(match => match.Key).ToList();
        var rows = await database.Fingerprints.AsNoTracking()
            .Where(row => keys.Contains(row.Id))
            .Select(row => new { row.Id, row.VideoId, row.Channel, row.TenantId, row.At })
            .ToDictionaryAsync(row => row.Id, cancellation);
        foreach (var erased in keys.Where(key => !rows.ContainsKey(key)))
        {
            _index.Remove(erased);
        }

        return
        [
            .. from match in matches
               where rows.ContainsKey(match.Key)
               let row = rows[match.Key]
               select new KnownCopy(row.VideoId, row.Channel, row.TenantId, row.At, match),
        ];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _index.Dispose();
        _refreshing.Dispose();
    }

    private async Task Refresh(SoraDatabase database, CancellationToken cancellation)
    {
        await _refreshing.WaitAsync(cancellation);
        try
        {
            await AddNew(database, cancellation);
            if (time.GetUtcNow() - _compared >= _comparison)
            {
                await Compare(database, cancellation);
                _compared = time.GetUtcNow();
            }
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private async Task AddNew(SoraDatabase database, CancellationToken cancellation)
    {
        while (true)
        {
            var rows = await Readable(database).Where(row => row.Id > _last).OrderBy(row => row.Id).Take(Page).ToListAsync(cancellation);
            Add(rows);
            if (rows.Count < Page)
            {
                return;
            }
        }
    }

    private async Task Compare(SoraDatabase database, CancellationToken cancellation)
    {
        var wanted = (await Readable(database).Where(row => row.Id <= _last).Select(row => row.Id).ToListAsync(cancellation)).ToHashSet();
        foreach (var key in _index.Keys())
        {
            if (!wanted.Remove(key))
            {
                _index.Remove(key);
            }
        }

        foreach (var missing in wanted.Chunk(Page))
        {
            Add(await Readable(database).Where(row => missing.Contains(row.Id)).ToListAsync(cancellation));
        }
    }

    private void Add(List<FingerprintRow> rows)
    {
        foreach (var row in rows)
        {
            _index.Add(row.Id, Fingerprint.Parse(row.Content));
            _last = Math.Max(_last, row.Id);
        }
    }

    private static IQueryable<FingerprintRow> Readable(SoraDatabase database) =>
        database.Fingerprints.AsNoTracking().Where(row => row.Algorithm == Fingerprint.Algorithm);
}
