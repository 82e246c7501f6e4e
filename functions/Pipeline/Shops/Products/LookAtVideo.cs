using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>Looks how far the video of a product is; when it is done, the next product of the shop gets its turn.</summary>
/// <param name="database">Where videos and products are.</param>
/// <param name="turns">Whose turn it is.</param>
public sealed class LookAtVideo(SoraDatabase database, Turns turns) : IActivity<VideoLook, VideoState>
{
    /// <summary>Its name and types.</summary>
    public static Activity<VideoLook, VideoState> Definition { get; } = new("LookAtVideo", 1);

    /// <inheritdoc/>
    public async Task<VideoState> Run(VideoLook input, CancellationToken cancellation)
    {
        var video = await database.Videos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.VideoId, cancellation);
        if (video?.Status is VideoStatus.Queued or VideoStatus.InProgress)
        {
            return new VideoState(false, false);
        }

        var fault = video is null ? "The video was deleted." : video.Status == VideoStatus.Failed ? video.ErrorMessage : null;
        await database.ShopProducts
            .Where(row => row.Shop == input.Shop && row.ProductId == input.ProductId && row.VideoId == input.VideoId && row.Making)
            .ExecuteUpdateAsync(
                row => row.SetProperty(product => product.Making, false)
                    .SetProperty(product => product.Fault, fault)
                    .SetProperty(product => product.Version, product => product.Version + 1),
                cancellation);
        await turns.Next(input.Shop, cancellation);
        return new VideoState(true, fault is null && await IsShown(input, cancellation));
    }

    /// <summary>Whether it is still the product's latest, and the shop wants it on the product's page.</summary>
    private async Task<bool> IsShown(VideoLook input, CancellationToken cancellation)
    {
        var row = await database.ShopProducts.AsNoTracking().SingleOrDefaultAsync(
            one => one.Shop == input.Shop && one.ProductId == input.ProductId, cancellation);
        return row is { DeletedAt: null, Digest: not null } && row.VideoId == input.VideoId
            && await database.Shops.AnyAsync(shop => shop.Domain == input.Shop && shop.SealedToken != null && shop.Publishes, cancellation);
    }
}
