using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Make one rendition of a video.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="VideoId">Of which video.</param>
/// <param name="Request">The stored request.</param>
/// <param name="Storyboard">The stored storyboard of this rendition.</param>
/// <param name="Channel">For which channel.</param>
/// <param name="Count">How many channels there are.</param>
/// <param name="Link">What the QR code holds; null for no code.</param>
/// <param name="Filmed">The raster in which its shots are filmed; null for its own.</param>
public sealed record RenditionOrder(
    string Tenant, string VideoId, BlobRef Request, BlobRef Storyboard, string Channel, int Count, string? Link, FrameFormat? Filmed = null);
