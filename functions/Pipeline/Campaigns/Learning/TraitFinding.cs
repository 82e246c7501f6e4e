namespace SoraFunctions.Pipeline.Campaigns.Learning;

/// <summary>Which value of a trait won: a hook, a setting, a length, a mood.</summary>
/// <param name="Trait">Which trait.</param>
/// <param name="Value">Its best value.</param>
/// <param name="Lift">By which part it is better than the others together, such as 0.2; null where those never worked.</param>
/// <param name="IsBest">How sure that is, 0 to 1.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record TraitFinding(string Trait, string Value, double? Lift, double IsBest, string Sentence);
