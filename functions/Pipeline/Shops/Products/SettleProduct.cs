using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Quotas;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Shops.Publishing;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>Orders the video of a product that rests, if there is something new to show, and closes the round.</summary>
/// <param name="database">Where products are.</param>
/// <param name="directory">Knows the shops.</param>
/// <param name="videos">Orders.</param>
/// <param name="words">Says what is to be seen on the product's page until then.</param>
/// <param name="control">Gives up the video before.</param>
/// <param name="orchestrations">What looks after the next round.</param>
/// <param name="turns">Whose turn it is.</param>
/// <param name="options">How long products are left alone.</param>
/// <param name="time">The clock.</param>
public sealed class SettleProduct(
    SoraDatabase database, ShopDirectory directory, ProductVideos videos, VideoWords words, VideoControl control, IOrchestrationClient orchestrations, Turns turns,
    ShopifyOptions options, TimeProvider time)
    : IActivity<ProductOrder, Settled>
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromHours(1);

    /// <summary>Its name and types.</summary>
    public static Activity<ProductOrder, Settled> Definition { get; } = new("SettleProduct", 1);

    /// <inheritdoc/>
    public async Task<Settled> Run(ProductOrder input, CancellationToken cancellation)
    {
        var row = await database.ShopProducts.AsNoTracking().SingleOrDefaultAsync(
            one => one.Shop == input.Shop && one.ProductId == input.ProductId, cancellation);
        if (row is null || row.Round != input.Round)
        {
            // Closed by a run whose result was lost.
            await Begin(row, cancellation);
            return row?.VideoRound == input.Round ? new Settled(row.VideoId, options.FirstLook) : new Settled();
        }

        var shop = row.DeletedAt is null ? await directory.Open(input.Shop, cancellation) : null;
        if (shop is null || row.Story is null || row.Digest is null || row.Digest == row.OrderedDigest)
        {
            await Close(row, null, null, cancellation);
            await turns.Next(input.Shop, cancellation);
            return new Settled();
        }

        if (DueIn(row) is var wait && wait > TimeSpan.Zero)
        {
            return new Settled(Quiet: wait);
        }

        await words.Follow(shop, row, JsonSerializer.Deserialize(row.Story, ShopifyJson.Default.ProductStory)!, cancellation);
        if (time.GetUtcNow() < row.WaitsSince + options.LongestQuiet && await IsBehind(input.Shop, cancellation))
        {
            return new Settled(Quiet: options.Quiet / 2);
        }

        if (await IsFull(row, cancellation))
        {
            return new Settled(Full: true);
        }

        if (shop.Row.Currency is null)
        {
            throw new IOException($"'{input.Shop}' was not asked about itself yet");
        }

        return await Order(shop, row, cancellation);
    }

    private async Task<Settled> Order(ShopAccess shop, ShopProductRow row, CancellationToken cancellation)
    {
        string? video = null;
        string? fault = null;
        try
        {
            video = await videos.Order(shop, row, cancellation);
        }
        catch (QuotaExceededException full)
        {
            return new Settled(Quiet: await Wait(row, full, cancellation));
        }
        catch (RequestException refused)
        {
            fault = string.Join(' ', refused.Errors.Take(3).Select(error => error.Message));
        }

        if (row is { Making: true, VideoId: { } before } && before != video)
        {
            await control.GiveUp(row.TenantId, before, new FailOrder("superseded", "The product changed while its video was being made."), cancellation);
        }

        await Close(row, video, fault, cancellation);
        if (video is null)
        {
            // Whoever has a turn and does not use it hands it on.
            await turns.Next(row.Shop, cancellation);
        }

        return video is null ? new Settled() : new Settled(video, options.FirstLook);
    }

    /// <summary>The product says why it waits; the operator may let its tenant have more at any time.</summary>
    private async Task<TimeSpan> Wait(ShopProductRow row, QuotaExceededException full, CancellationToken cancellation)
    {
        await database.ShopProducts
            .Where(one => one.Shop == row.Shop && one.ProductId == row.ProductId && one.Round == row.Round)
            .ExecuteUpdateAsync(one => one.SetProperty(p => p.Fault, full.Message), cancellation);
        await turns.Next(row.Shop, cancellation);
        var wait = full.Until - time.GetUtcNow();
        return wait < _longestWait ? wait : _longestWait;
    }

    private TimeSpan DueIn(ShopProductRow row)
    {
        var quiet = row.Urgency == (int)Urgency.New ? options.Quiet / 5 : options.Quiet;
        var due = row.ChangedAt!.Value + quiet;
        var latest = row.WaitsSince!.Value + options.LongestQuiet;
        return (due < latest ? due : latest) - time.GetUtcNow();
    }

    /// <summary>Whether so much was told that news of this product may wait to be read.</summary>
    private async Task<bool> IsBehind(string shop, CancellationToken cancellation)
    {
        var read = time.GetUtcNow() - (options.Quiet / 2);
        return await database.ShopDeliveries.AnyAsync(row => row.Shop == shop && row.HandledAt == null && row.ReceivedAt < read && row.Topic.StartsWith("products/"), cancellation);
    }

    private async Task<bool> IsFull(ShopProductRow row, CancellationToken cancellation)
    {
        var room = row.Urgency == (int)Urgency.New ? options.VideosAtOnce + (options.VideosAtOnce / 2) : options.VideosAtOnce;
        return await database.ShopProducts.CountAsync(one => one.Shop == row.Shop && one.Making && one.ProductId != row.ProductId, cancellation) >= room;
    }

    /// <summary>What changed while the video was being ordered waits for the next round.</summary>
    private async Task Close(ShopProductRow row, string? video, string? fault, CancellationToken cancellation)
    {
        var (digest, round, settled) = (row.Digest, row.Round, video is not null || fault is not null);
        for (var seen = row; seen is not null && seen.Round == round; seen = await Find(row, cancellation))
        {
            var (version, newer) = (seen.Version, seen.Digest is not null && seen.Digest != digest);
            var changed = await database.ShopProducts
                .Where(one => one.Shop == row.Shop && one.ProductId == row.ProductId && one.Version == version)
                .ExecuteUpdateAsync(
                    one => one.SetProperty(p => p.Version, version + 1)
                        .SetProperty(p => p.Round, round + 1)
                        .SetProperty(p => p.OrderedDigest, p => settled ? digest : p.OrderedDigest)
                        .SetProperty(p => p.VideoId, p => video ?? p.VideoId)
                        .SetProperty(p => p.VideoRound, p => video == null ? p.VideoRound : round)
                        .SetProperty(p => p.Making, p => settled ? video != null : p.Making)
                        .SetProperty(p => p.Fault, fault)
                        .SetProperty(p => p.Story, p => newer ? p.Story : null)
                        .SetProperty(p => p.WaitsSince, p => newer ? p.WaitsSince : null),
                    cancellation);
            if (changed > 0)
            {
                break;
            }
        }

        await Begin(await Find(row, cancellation), cancellation);
    }

    private Task<ShopProductRow?> Find(ShopProductRow row, CancellationToken cancellation) => database.ShopProducts.AsNoTracking()
        .SingleOrDefaultAsync(one => one.Shop == row.Shop && one.ProductId == row.ProductId, cancellation);

    private async Task Begin(ShopProductRow? row, CancellationToken cancellation)
    {
        if (row is { WaitsSince: not null, DeletedAt: null })
        {
            await ProductOrchestration.Start(orchestrations, row, cancellation);
        }
    }
}
