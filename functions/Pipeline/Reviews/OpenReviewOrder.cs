using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>Have a person decide.</summary>
/// <param name="Request">The stored request.</param>
/// <param name="Storyboard">The stored storyboard.</param>
/// <param name="Findings">Why.</param>
/// <param name="Policy">Who judged.</param>
public sealed record OpenReviewOrder(BlobRef Request, BlobRef Storyboard, IReadOnlyList<ModerationFinding> Findings, string Policy);
