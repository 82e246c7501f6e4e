namespace SoraFunctions.Api.Limits;

/// <summary>A key or a tenant, and what it may send. Other limits make it another party, so that a change holds at once.</summary>
/// <param name="Id">Of the key or the tenant.</param>
/// <param name="PerMinute">Most requests in a minute.</param>
/// <param name="AtOnce">Most requests that are answered at the same time.</param>
internal sealed record LimitedParty(string Id, int PerMinute, int AtOnce)
{
    /// <summary>What it has saved up at most while it sent nothing: as many requests as this time brings.</summary>
    public TimeSpan Burst { get; init; } = TimeSpan.FromMinutes(1);
}
