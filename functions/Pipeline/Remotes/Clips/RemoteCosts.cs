using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>Books what remotes made, each clip once, at the price that they ask.</summary>
/// <param name="ledger">Where it is booked.</param>
public sealed class RemoteCosts(UsageLedger ledger)
{
    /// <summary>Books a clip; again for the same key does nothing.</summary>
    /// <param name="key">What it was ordered by.</param>
    /// <param name="tenant">Who pays.</param>
    /// <param name="videoId">For which video.</param>
    /// <param name="server">Who made it.</param>
    /// <param name="seconds">How long it was ordered.</param>
    /// <param name="took">How long it was made; null where nobody knows.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Book(string key, string tenant, string videoId, RemoteServer server, int seconds, TimeSpan? took, CancellationToken cancellation) => ledger.Book(
        new UsageEntry($"{tenant}.{key}", tenant, videoId, UsageStage.Render, server.Name, new UsageAmounts
        {
            Milliseconds = seconds * 1_000L, WorkMilliseconds = (long)(took?.TotalMilliseconds ?? 0),
        })
        {
            MicroDollars = server.Terms.MicroDollarsOf(seconds),
        },
        cancellation);
}
