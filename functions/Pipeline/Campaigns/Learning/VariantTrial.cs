namespace SoraFunctions.Pipeline.Campaigns.Learning;

/// <summary>What came of a variant so far.</summary>
/// <param name="Name">Which.</param>
/// <param name="Exposures">How often it was tried: clicks or plays.</param>
/// <param name="Conversions">How often it worked.</param>
public sealed record VariantTrial(string Name, long Exposures, long Conversions)
{
    /// <summary>The part of exposures that worked; 0 where there are none.</summary>
    public double Rate => Exposures > 0 ? (double)Conversions / Exposures : 0;
}
