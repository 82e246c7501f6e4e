using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Api.Usage;

/// <summary>What an order is expected to take, on the wire.</summary>
internal sealed record EstimateObject(string Object, string Model, decimal CostUsd, decimal? WorkSeconds, string Basis)
{
    public static EstimateObject Of(string model, UsageEstimate estimate) => new(
        "estimate", model, estimate.MicroDollars / 1_000_000m, estimate.WorkMilliseconds / 1_000m, estimate.Basis);
}
