using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Products;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>
/// Writes down what is learnt of products, however often and in whatever order, and has an orchestration look after each that has something new to show.
/// </summary>
/// <param name="database">Where products are.</param>
/// <param name="orchestrations">What looks after them.</param>
/// <param name="control">Gives videos up.</param>
/// <param name="time">The clock.</param>
public sealed class ProductDesk(SoraDatabase database, IOrchestrationClient orchestrations, VideoControl control, TimeProvider time)
{
    private const int MostTries = 8;

    /// <summary>Takes note of a state of a product; an older one than is known changes nothing.</summary>
    /// <param name="tenant">Whose shop.</param>
    /// <param name="shop">Its permanent name.</param>
    /// <param name="product">The state.</param>
    /// <param name="urgency">How it was learnt of.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task See(string tenant, string shop, ShopifyProduct product, Urgency urgency, CancellationToken cancellation)
    {
        var story = ProductStory.Of(product);
        await Change(tenant, shop, product.Id, row => Note(row, product, story, urgency), cancellation);
    }

    /// <summary>Takes note of the end of a product: nothing brings it back, and a video that is being made for it is given up.</summary>
    /// <param name="tenant">Whose shop.</param>
    /// <param name="shop">Its permanent name.</param>
    /// <param name="productId">Its number there; null changes nothing.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Remove(string tenant, string shop, long? productId, CancellationToken cancellation)
    {
        if (productId is { } id)
        {
            await Change(tenant, shop, id, row => row.DeletedAt ??= time.GetUtcNow(), cancellation);
        }
    }

    private void Note(ShopProductRow row, ShopifyProduct product, ProductStory? story, Urgency urgency)
    {
        if (row.DeletedAt is not null || product.UpdatedAt < row.UpdatedAt)
        {
            return;
        }

        var digest = story?.Digest();
        var known = row.UpdatedAt is not null;
        row.UpdatedAt = product.UpdatedAt ?? row.UpdatedAt;
        if (digest == row.Digest && known)
        {
            return;
        }

        row.Digest = digest;
        if (story is null || digest == row.OrderedDigest)
        {
            return;
        }

        row.Story = JsonSerializer.Serialize(story, ShopifyJson.Default.ProductStory);
        row.ChangedAt = time.GetUtcNow();
        row.Urgency = row.WaitsSince is null ? (int)urgency : Math.Min(row.Urgency, (int)urgency);
        row.WaitsSince ??= row.ChangedAt;
    }

    private async Task Change(string tenant, string shop, long productId, Action<ShopProductRow> change, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var row = await database.ShopProducts.SingleOrDefaultAsync(one => one.Shop == shop && one.ProductId == productId, cancellation);
            if (row is null)
            {
                row = new ShopProductRow { Shop = shop, ProductId = productId, TenantId = tenant };
                database.ShopProducts.Add(row);
            }

            change(row);
            try
            {
                if (database.Entry(row).State != EntityState.Unchanged)
                {
                    row.Version++;
                    await database.SaveChangesAsync(cancellation);
                }

                await Follow(row, cancellation);
                return;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Another changed it first: look again.
            }
            finally
            {
                database.ChangeTracker.Clear();
            }
        }
    }

    private async Task Follow(ShopProductRow row, CancellationToken cancellation)
    {
        if (row.DeletedAt is not null || row.Digest is null)
        {
            if (row is { Making: true, VideoId: { } video })
            {
                await control.GiveUp(row.TenantId, video, new FailOrder("product_removed", "The product is not for sale any more."), cancellation);
            }
        }
        else if (row.WaitsSince is not null)
        {
            await ProductOrchestration.Start(orchestrations, row, cancellation);
        }
    }
}
