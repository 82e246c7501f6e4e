using SoraFunctions.Pipeline.Campaigns.Learning;

namespace SoraFunctions.Api.Campaigns;

/// <summary>How a variant stands, on the wire.</summary>
internal sealed record StandingObject(
    string Variant, long Exposures, long Conversions, double Rate, double RateLow, double RateHigh, double ProbabilityBest, double Weight)
{
    public static StandingObject Of(VariantStanding one) => new(
        one.Trial.Name, one.Trial.Exposures, one.Trial.Conversions, Rounded(one.Trial.Rate), Rounded(one.Low), Rounded(one.High),
        Math.Round(one.IsBest, 4), Math.Round(one.Weight, 4));

    private static double Rounded(double rate) => Math.Round(rate, 6);
}
