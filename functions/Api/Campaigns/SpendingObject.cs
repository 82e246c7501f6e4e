using SoraFunctions.Pipeline.Campaigns.Costs;

namespace SoraFunctions.Api.Campaigns;

/// <summary>Money and time of GPUs on the wire.</summary>
internal sealed record SpendingObject(decimal Usd, double GpuSeconds)
{
    public static SpendingObject Of(Spending spending) => new(spending.MicroDollars / 1_000_000m, spending.GpuMilliseconds / 1_000.0);
}
