using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>Have a person decide.</summary>
/// <param name="Request">The stored request.</param>
/// <param name="Storyboard">The stored storyboard.</param>
/// <param name="Findings">Why.</param>
/// <param name="Policy">Who judged.</param>
public sealed record OpenReviewOrder(BlobRef Request, BlobRef Storyboard, IReadOnlyList<ModerationFinding> Findings, string Policy)
{
    /// <summary>What was filmed, where that is decided about; null where it is what is to be filmed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReviewedCut? Cut { get; init; }

    /// <summary>Names what is decided about: SHA-256 of the request, or of what the cuts show.</summary>
    [JsonIgnore]
    public string Subject => Cut is null
        ? Request.Sha256
        : Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Cut.Content)));
}
