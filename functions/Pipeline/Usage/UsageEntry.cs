namespace SoraFunctions.Pipeline.Usage;

/// <summary>Something to be booked.</summary>
/// <param name="Id">By what it was ordered, with the tenant: nothing is booked twice under one id.</param>
/// <param name="Tenant">Who pays.</param>
/// <param name="VideoId">For which video; empty for none.</param>
/// <param name="Stage">One of <see cref="UsageStage"/>.</param>
/// <param name="Engine">What did it.</param>
/// <param name="Amounts">How much it took.</param>
public sealed record UsageEntry(string Id, string Tenant, string VideoId, string Stage, string Engine, UsageAmounts Amounts)
{
    /// <summary>What another asked for it, in millionths of a US dollar; null for what the price table says.</summary>
    public long? MicroDollars { get; init; }

    /// <summary>When it was used; null for now.</summary>
    public DateTimeOffset? At { get; init; }
}
