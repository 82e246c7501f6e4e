namespace SoraFunctions.Pipeline.Campaigns.Learning;

/// <summary>How a variant stands.</summary>
/// <param name="Trial">What came of it.</param>
/// <param name="Low">Its true rate is over this with a probability of 97.5 %.</param>
/// <param name="High">Its true rate is under this with a probability of 97.5 %.</param>
/// <param name="IsBest">The probability that no other has a higher rate, 0 to 1.</param>
/// <param name="Weight">The part of viewers who should see it, 0 to 1; those of all variants sum to 1.</param>
public sealed record VariantStanding(VariantTrial Trial, double Low, double High, double IsBest, double Weight);
