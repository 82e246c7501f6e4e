using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Links;

/// <summary>The tracked links of a video: each channel has its own, so that clicks and orders tell where they come from.</summary>
/// <param name="database">Where links are.</param>
/// <param name="address">What they begin with.</param>
public sealed class RenditionLinks(SoraDatabase database, PublicAddress address)
{
    /// <summary>The link of a rendition; null when it has none of its own.</summary>
    /// <param name="tenant">Whose video.</param>
    /// <param name="videoId">Which video.</param>
    /// <param name="channel">Which channel.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string?> Of(string tenant, string videoId, string channel, CancellationToken cancellation) => await database.CommerceLinks
        .Where(row => row.VideoId == videoId && row.TenantId == tenant && row.Channel == channel)
        .Select(row => row.Code).FirstOrDefaultAsync(cancellation) is { } code ? address.Link(code) : null;
}
