using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Orders;
using SoraFunctions.Pipeline.Sales;

namespace SoraFunctions.Pipeline.Shops.Orders;

/// <summary>Hands what orders and refunds of shops tell to who counts sales.</summary>
/// <param name="recorder">Counts.</param>
public sealed class OrderDesk(SaleRecorder recorder)
{
    /// <summary>Records an order; a test, and one without a price that can be counted, is nothing to record.</summary>
    /// <param name="tenant">Whose shop.</param>
    /// <param name="shop">Which.</param>
    /// <param name="order">The order.</param>
    /// <param name="paid">Whether it is paid, and not just placed.</param>
    /// <param name="told">When it was told.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Record(string tenant, ShopDomain shop, ShopifyOrder order, bool paid, DateTimeOffset told, CancellationToken cancellation) =>
        Record(tenant, OrderSales.Of(shop, order, paid, told), cancellation);

    /// <summary>Records a refund; one that moved no money is nothing to record.</summary>
    /// <param name="tenant">Whose shop.</param>
    /// <param name="shop">Which.</param>
    /// <param name="refund">The refund.</param>
    /// <param name="told">When it was told.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Record(string tenant, ShopDomain shop, ShopifyRefund refund, DateTimeOffset told, CancellationToken cancellation) =>
        Record(tenant, OrderSales.Of(shop, refund, told), cancellation);

    private async Task Record(string tenant, SaleEvent? sale, CancellationToken cancellation)
    {
        if (sale is not null)
        {
            await recorder.Record(tenant, sale, cancellation);
        }
    }
}
