using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>Takes in deliveries whose signature holds: stores each, once, then has it handled.</summary>
/// <param name="directory">Knows the shops.</param>
/// <param name="inbox">Stores.</param>
/// <param name="orchestrations">What handles it.</param>
/// <param name="time">The clock.</param>
public sealed class DeliveryIntake(ShopDirectory directory, DeliveryInbox inbox, IOrchestrationClient orchestrations, TimeProvider time)
{
    /// <summary>Takes it in. Once this returns it will be handled, whatever happens to the process.</summary>
    /// <param name="delivery">What its headers say.</param>
    /// <param name="body">Its body.</param>
    /// <param name="cancellation">Stops waiting; it may then have been stored or not.</param>
    /// <exception cref="System.Text.Json.JsonException">The body can't be read.</exception>
    public async Task<DeliveryFate> Accept(ShopifyDelivery delivery, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var shop = await directory.Find(delivery.Shop.Name, cancellation);
        var afterwards = delivery.Topic == ShopifyTopics.AppUninstalled || ShopifyTopics.Privacy.Contains(delivery.Topic);
        if (shop is null || (shop.SealedToken is null && !afterwards))
        {
            // What may come when all was removed already is no fault of the shop's.
            return afterwards ? DeliveryFate.NothingKept : DeliveryFate.UnknownShop;
        }

        var row = new ShopDeliveryRow
        {
            Id = IdOf(delivery),
            Shop = shop.Domain,
            TenantId = shop.TenantId,
            Topic = delivery.Topic,
            Body = KeptBody.Of(delivery.Topic, body.Span),
            ReceivedAt = time.GetUtcNow(),
        };
        return await inbox.Store(row, orchestrations) ? DeliveryFate.Accepted : DeliveryFate.Repeated;
    }

    private static string IdOf(ShopifyDelivery delivery) =>
        $"shd_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{delivery.Shop.Name}\n{delivery.Topic}\n{delivery.Id}")))[..32]}";
}
