using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Describe a video to shops and search engines.</summary>
/// <param name="Request">The stored request.</param>
/// <param name="Storyboard">The stored storyboard.</param>
/// <param name="Channels">The channels, the main one first.</param>
/// <param name="Link">Its tracked link.</param>
public sealed record CommerceOrder(
    BlobRef Request, BlobRef Storyboard, IReadOnlyList<string> Channels, PreparedLink Link);
