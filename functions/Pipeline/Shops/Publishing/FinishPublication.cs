using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Admin;

namespace SoraFunctions.Pipeline.Shops.Publishing;

/// <summary>
/// Looks whether a shop has made a video ready; if so, puts it behind the product's first picture, and removes our own earlier videos of that product: those
/// whose ids were written down when they were added, and nothing else.
/// </summary>
/// <param name="database">Where publications are.</param>
/// <param name="directory">Knows the shops.</param>
/// <param name="admin">Asks.</param>
/// <param name="time">The clock.</param>
public sealed class FinishPublication(SoraDatabase database, ShopDirectory directory, AdminClient admin, TimeProvider time) : IActivity<Publication, PublishStep>
{
    /// <summary>The place behind the first picture, which shop pages and search show, counted from zero.</summary>
    private const string Place = "1";

    /// <summary>Its name and types.</summary>
    public static Activity<Publication, PublishStep> Definition { get; } = new("FinishPublication", 1);

    /// <inheritdoc/>
    public async Task<PublishStep> Run(Publication input, CancellationToken cancellation)
    {
        var row = await database.ShopPublications.SingleOrDefaultAsync(one => one.VideoId == input.VideoId, cancellation);
        var shop = await directory.Open(input.Shop, cancellation);
        if (row is not { MediaId: { } id, PublishedAt: null, ReplacedAt: null, Fault: null } || shop is null)
        {
            return new PublishStep(Ended: true);
        }

        try
        {
            var answer = await admin.Ask(shop, "ReadVideo", new JsonObject { ["id"] = id }, cancellation);
            var node = answer.Data.GetProperty("node");
            switch (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("status", out var status) ? status.GetString() : null)
            {
                case "READY":
                    await MoveUp(shop, input, id, cancellation);
                    await Replace(shop, row, cancellation);
                    row.PublishedAt = time.GetUtcNow();
                    break;
                case "FAILED":
                    row.Fault = Words(node);
                    break;
                case null:
                    row.Fault = "The video was removed in the shop.";
                    break;
                default:
                    return new PublishStep();
            }
        }
        catch (FinalException refused)
        {
            row.Fault = refused.Message;
        }

        await database.SaveChangesAsync(cancellation);
        return new PublishStep(Ended: true);
    }

    private async Task MoveUp(ShopAccess shop, Publication input, string id, CancellationToken cancellation) => await admin.Change(
        shop,
        "PlaceVideo",
        "productReorderMedia",
        new JsonObject
        {
            ["product"] = AdminId.Product(input.ProductId),
            ["moves"] = new JsonArray(new JsonObject { ["id"] = id, ["newPosition"] = Place }),
        },
        cancellation);

    private async Task Replace(ShopAccess shop, ShopPublicationRow row, CancellationToken cancellation)
    {
        var earlier = await database.ShopPublications
            .Where(one => one.Shop == row.Shop && one.ProductId == row.ProductId && one.VideoId != row.VideoId && one.MediaId != null && one.ReplacedAt == null)
            .ToListAsync(cancellation);
        foreach (var one in earlier)
        {
            var answer = await admin.Ask(shop, "RemoveVideos", new JsonObject { ["files"] = new JsonArray(one.MediaId) }, cancellation);
            if (answer.RefusalsOf("fileDelete").FirstOrDefault(refusal => !refusal.StartsWith("FILE_DOES_NOT_EXIST", StringComparison.Ordinal)) is { } refusal)
            {
                throw new FinalException("shop_refused", $"'{shop.Domain}' does not remove an earlier video of ours: {refusal}");
            }

            one.ReplacedAt = time.GetUtcNow();
        }
    }

    private static string Words(JsonElement node)
    {
        var errors = node.TryGetProperty("mediaErrors", out var found) && found.ValueKind == JsonValueKind.Array
            ? found.EnumerateArray().Select(error => $"{error.GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}").ToList()
            : [];
        return errors.Count > 0 ? string.Join("; ", errors) : "The shop could not process the video.";
    }
}
