using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify.Products;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Admin;

namespace SoraFunctions.Pipeline.Shops.Publishing;

/// <summary>
/// Keeps what a shop says of our videos to those who can't see them in step with the product, while a newer video is being made or where none can be.
/// </summary>
/// <param name="database">Where publications are.</param>
/// <param name="admin">Asks for the change.</param>
public sealed class VideoWords(SoraDatabase database, AdminClient admin)
{
    /// <summary>Tells the shop, for each video of ours that is on the product's page and says something else. Again with the same story it tells nothing.</summary>
    /// <param name="shop">Which shop.</param>
    /// <param name="product">Which product.</param>
    /// <param name="story">What is to be said of it now.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Follow(ShopAccess shop, ShopProductRow product, ProductStory story, CancellationToken cancellation)
    {
        var alt = AltText.Of(story.Title, story.Description);
        var shown = await database.ShopPublications
            .Where(one => one.Shop == product.Shop && one.ProductId == product.ProductId && one.TenantId == product.TenantId
                && one.PublishedAt != null && one.ReplacedAt == null && one.MediaId != null && one.Alt != null && one.Alt != alt)
            .ToListAsync(cancellation);
        foreach (var one in shown)
        {
            try
            {
                await admin.Change(
                    shop, "DescribeVideo", "fileUpdate", new JsonObject { ["files"] = new JsonArray(new JsonObject { ["id"] = one.MediaId, ["alt"] = alt }) }, cancellation);
                one.Alt = alt;
            }
            catch (FinalException refused) when (refused.Code == "shop_refused")
            {
                // The merchant removed the video, or it is his now: what is said of it is his too.
                one.Alt = null;
            }
        }

        await database.SaveChangesAsync(cancellation);
        database.ChangeTracker.Clear();
    }
}
