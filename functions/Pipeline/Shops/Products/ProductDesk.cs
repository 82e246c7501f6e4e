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

    /// <summary>
    /// Takes note, in the order given. An older state than is known changes nothing, nothing brings back what is gone, and a video that is being made of what is
    /// gone or no longer for sale is given up.
    /// </summary>
    /// <param name="news">What was learnt.</param>
    /// <param name="cancellation">Stops waiting; asked again with the same, what is left is done.</param>
    public async Task Take(IReadOnlyList<ProductNews> news, CancellationToken cancellation)
    {
        var told = news.Select(one => (News: one, Story: one.State is null ? null : ProductStory.Of(one.State))).ToList();
        foreach (var row in await Store(told, cancellation))
        {
            await Follow(row, cancellation);
        }
    }

    private async Task<IReadOnlyCollection<ShopProductRow>> Store(IReadOnlyList<(ProductNews News, ProductStory? Story)> told, CancellationToken cancellation)
    {
        var shops = told.Select(one => one.News.Shop).Distinct().ToList();
        var numbers = told.Select(one => one.News.ProductId).Distinct().ToList();
        for (var tries = 1; ; tries++)
        {
            var rows = (await database.ShopProducts.Where(row => shops.Contains(row.Shop) && numbers.Contains(row.ProductId)).ToListAsync(cancellation))
                .ToDictionary(row => (row.Shop, row.ProductId));
            foreach (var (news, story) in told)
            {
                if (!rows.TryGetValue((news.Shop, news.ProductId), out var row))
                {
                    rows[(news.Shop, news.ProductId)] = row = new ShopProductRow { Shop = news.Shop, ProductId = news.ProductId, TenantId = news.Tenant };
                    database.ShopProducts.Add(row);
                }

                Note(row, news, story);
            }

            foreach (var changed in rows.Values.Where(row => database.Entry(row).State == EntityState.Modified))
            {
                changed.Version++;
            }

            try
            {
                await database.SaveChangesAsync(cancellation);
                return rows.Values;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Another changed one of them first: look again.
            }
            finally
            {
                database.ChangeTracker.Clear();
            }
        }
    }

    private void Note(ShopProductRow row, ProductNews news, ProductStory? story)
    {
        if (news.State is not { } product)
        {
            row.DeletedAt ??= time.GetUtcNow();
            return;
        }

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
        row.Urgency = row.WaitsSince is null ? (int)news.Urgency : Math.Min(row.Urgency, (int)news.Urgency);
        row.WaitsSince ??= row.ChangedAt;
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
