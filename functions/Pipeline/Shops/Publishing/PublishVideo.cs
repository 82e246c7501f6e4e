using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Shops.Admin;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Shops.Publishing;

/// <summary>
/// Makes a finished video one of its product's media, once: what an earlier run uploaded or added is found again, the video by the name of its file.
/// </summary>
/// <param name="database">Where publications and files are.</param>
/// <param name="blobs">Where the video is.</param>
/// <param name="directory">Knows the shops.</param>
/// <param name="media">The product's media.</param>
/// <param name="admin">Asks for the change.</param>
public sealed class PublishVideo(SoraDatabase database, IBlobStore blobs, ShopDirectory directory, ShopMedia media, AdminClient admin)
    : IActivity<Publication, PublishStep>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Publication, PublishStep> Definition { get; } = new("PublishVideo", 1);

    /// <inheritdoc/>
    public async Task<PublishStep> Run(Publication input, CancellationToken cancellation)
    {
        var video = await database.Videos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.VideoId, cancellation);
        var channel = video?.MainChannel;
        var file = await database.VideoFiles.AsNoTracking().SingleOrDefaultAsync(
            row => row.VideoId == input.VideoId && row.Name == OutputNames.Video && row.Channel == channel, cancellation);
        var shop = await directory.Open(input.Shop, cancellation);
        if (video is null || file is null || shop is null || video.TenantId != shop.Row.TenantId)
        {
            return new PublishStep(Ended: true);
        }

        var row = await Row(input, video.TenantId, cancellation);
        if (row.MediaId is not null || row.Fault is not null)
        {
            return new PublishStep();
        }

        try
        {
            return await Publish(input, shop, video, file, row, cancellation);
        }
        catch (FinalException refused)
        {
            if (IsQuota(refused.Message))
            {
                return new PublishStep(Later: true);
            }

            row.Fault = refused.Message;
            await database.SaveChangesAsync(cancellation);
            return new PublishStep();
        }
    }

    private async Task<PublishStep> Publish(
        Publication input, ShopAccess shop, VideoRow video, VideoFileRow file, ShopPublicationRow row, CancellationToken cancellation)
    {
        var found = await media.Find(shop, input, cancellation);
        if (!found.Product)
        {
            throw new FinalException("product_removed", "The product is not in the shop any more.");
        }

        if (found.MediaId is null)
        {
            if (row.ResourceUrl is null)
            {
                await using var content = await blobs.Open(file.Path, cancellation) ?? throw new FileNotFoundException($"The blob {file.Path} is gone.");
                row.ResourceUrl = await media.Upload(shop, input.FileName, content, cancellation);
                await database.SaveChangesAsync(cancellation);
            }

            row.Alt = await Alt(video, cancellation);
            var added = new JsonObject { ["originalSource"] = row.ResourceUrl, ["mediaContentType"] = "VIDEO", ["alt"] = row.Alt };
            await admin.Change(
                shop,
                "AddVideo",
                "productUpdate",
                new JsonObject { ["product"] = new JsonObject { ["id"] = AdminId.Product(input.ProductId) }, ["media"] = new JsonArray(added) },
                cancellation);
            found = await media.Find(shop, input, cancellation);
        }

        row.MediaId = found.MediaId ?? throw new IOException($"'{shop.Domain}' took the video but does not show it yet");
        await database.SaveChangesAsync(cancellation);
        return new PublishStep();
    }

    // What is seen, for those who can't see it: the product's name and what the shop says of it first, in the shop's own language.
    private async Task<string> Alt(VideoRow video, CancellationToken cancellation)
    {
        var request = await new TenantBlobs(blobs, video.TenantId).GetJson(
            JsonSerializer.Deserialize(video.Request, PipelineJson.Default.BlobRef)!, PipelineJson.Default.VideoRequest, cancellation);
        var product = request.Product ?? new ProductBrief { Title = video.Prompt ?? "" };
        return AltText.Of(product.Title, product.Description);
    }

    private async Task<ShopPublicationRow> Row(Publication input, string tenant, CancellationToken cancellation)
    {
        var row = await database.ShopPublications.SingleOrDefaultAsync(one => one.VideoId == input.VideoId, cancellation);
        if (row is null)
        {
            row = new ShopPublicationRow { VideoId = input.VideoId, TenantId = tenant, Shop = input.Shop, ProductId = input.ProductId };
            database.ShopPublications.Add(row);
            await database.SaveChangesAsync(cancellation);
        }

        return row;
    }

    // Mutations of products say it in words alone.
    private static bool IsQuota(string message) =>
        message.Contains("THROTTLE", StringComparison.OrdinalIgnoreCase) || message.Contains("exceeded the daily", StringComparison.OrdinalIgnoreCase)
        || message.Contains("exceeded the weekly", StringComparison.OrdinalIgnoreCase);
}
