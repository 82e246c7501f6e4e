using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Keeps the index of the registry, and builds it anew when a holder has changed: what is confirmed or removed counts from the next order on.</summary>
public sealed class RightsRegistry
{
    private sealed record Built((int Count, long Revision) Stamp, RightsIndex Index);

    private volatile Built _built = new((0, 0), RightsIndex.Empty);

    /// <summary>The index as the registry is now.</summary>
    /// <param name="database">Where holders are.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RightsIndex> Now(SoraDatabase database, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        var stamp = (
            await database.RightsHolders.CountAsync(cancellation),
            await database.RightsHolders.MaxAsync(row => (long?)row.Revision, cancellation) ?? 0);
        var built = _built;
        if (built.Stamp != stamp)
        {
            built = new Built(stamp, new RightsIndex(await database.RightsHolders.AsNoTracking().ToListAsync(cancellation)));
            _built = built;
        }

        return built.Index;
    }
}
