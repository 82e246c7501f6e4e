using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Jobs;

/// <summary>
/// Who is next. The urgent come first, and who has waited for long counts as urgent; among equals the party with the fewest jobs at
/// work, then the one whose last turn is longest ago, and within a party the oldest job.
/// </summary>
internal static class Row
{
    /// <summary>Waiting so long makes a batch job as urgent as an interactive one.</summary>
    public static readonly TimeSpan Ageing = TimeSpan.FromMinutes(2);

    /// <summary>The job whose turn it is; null when none waits.</summary>
    /// <param name="waiting">Those who wait.</param>
    /// <param name="atWork">Jobs at work by party; parties that are absent have none.</param>
    /// <param name="lastTurn">The number of each party's last turn; parties that are absent had none.</param>
    public static Waiting? Next(
        IEnumerable<Waiting> waiting, IReadOnlyDictionary<string, int> atWork, IReadOnlyDictionary<string, long> lastTurn) =>
        waiting.MinBy(one => (
            one.Priority == Priority.Interactive || one.Waited >= Ageing ? 0 : 1,
            atWork.GetValueOrDefault(one.Party),
            lastTurn.GetValueOrDefault(one.Party),
            one.Accepted,
            one.Key));

    /// <summary>A job that waits.</summary>
    /// <param name="Key">Its name.</param>
    /// <param name="Priority">How urgent it is.</param>
    /// <param name="Party">For whom it is.</param>
    /// <param name="Accepted">When it was accepted.</param>
    /// <param name="Waited">How long this replica has seen it wait.</param>
    public sealed record Waiting(string Key, Priority Priority, string Party, DateTimeOffset Accepted, TimeSpan Waited);
}
