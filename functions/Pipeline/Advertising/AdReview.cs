using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Advertising;

/// <summary>What advertising law says of a storyboard.</summary>
/// <param name="Storyboard">It, with the legal lines that are due.</param>
/// <param name="Refusals">What may not be shown, each with the law and what to do; empty when all may.</param>
/// <param name="Warnings">What the advertiser should know.</param>
internal sealed record AdReview(Storyboard Storyboard, IReadOnlyList<string> Refusals, IReadOnlyList<string> Warnings);
