using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Cut these clips for one channel.</summary>
/// <param name="Request">The stored request.</param>
/// <param name="Storyboard">The stored storyboard.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Clips">One per shot, in order.</param>
/// <param name="ContentId">The id that the AIGC label carries.</param>
/// <param name="Link">What the QR code holds; null for no code.</param>
public sealed record CutStepOrder(
    BlobRef Request, BlobRef Storyboard, string Channel, IReadOnlyList<ClipAssets> Clips, string ContentId, string? Link);
