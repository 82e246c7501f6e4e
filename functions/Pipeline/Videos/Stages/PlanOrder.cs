using System.Text.Json.Serialization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Say which renders one rendition needs.</summary>
/// <param name="Request">The stored request.</param>
/// <param name="Storyboard">The stored storyboard.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Filmed">The raster in which shots are filmed; null for the rendition's own.</param>
public sealed record PlanOrder(BlobRef Request, BlobRef Storyboard, string Channel, FrameFormat? Filmed = null)
{
    /// <summary>What was planned before, where an engine failed while it was made; null for the first plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailedPlan? Failed { get; init; }
}
