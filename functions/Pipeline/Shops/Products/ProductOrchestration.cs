using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Publishing;

namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>
/// From a change of a product to its video on the product's page. At most one per product waits: further changes are written down beside it, and it
/// orders the video of the last of them once the product rests. A change after that begins the next round, which gives up an unfinished video of this one.
/// </summary>
public static class ProductOrchestration
{
    /// <summary>The event that it is its turn.</summary>
    public const string Turn = "turn";

    private const int MostDoublings = 5;
    private static readonly TimeSpan _longestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan _quotaPause = TimeSpan.FromHours(6);

    /// <summary>Its name and types.</summary>
    public static Orchestration<ProductOrder, Nothing> Definition { get; } = new("ShopProduct");

    /// <summary>Its id.</summary>
    /// <param name="shop">Which shop.</param>
    /// <param name="productId">Which product.</param>
    /// <param name="round">Which time.</param>
    public static string InstanceOf(string shop, long productId, int round) => FormattableString.Invariant($"{shop}.{productId}.{round}");

    /// <summary>Has a product looked after in its present round; nothing happens where that is done already.</summary>
    /// <param name="orchestrations">What runs it.</param>
    /// <param name="row">The product.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static Task<bool> Start(IOrchestrationClient orchestrations, ShopProductRow row, CancellationToken cancellation) => orchestrations.Start(
        Definition, InstanceOf(row.Shop, row.ProductId, row.Round), new ProductOrder(row.Shop, row.ProductId, row.Round), cancellation);

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which product.</param>
    public static async Task<Nothing> Run(IOrchestrationContext context, ProductOrder order)
    {
        if (await Settle(context, order) is { VideoId: { } video } settled && await IsWanted(context, order, video, settled.Quiet ?? TimeSpan.Zero))
        {
            await Publish(context, new Publication(order.Shop, order.ProductId, video), settled.Quiet ?? TimeSpan.Zero);
        }

        return Nothing.Value;
    }

    private static async Task<Settled> Settle(IOrchestrationContext context, ProductOrder order)
    {
        while (true)
        {
            var settled = await context.Call(SettleProduct.Definition, order, RetryPolicy.Stubborn);
            if (settled.Full)
            {
                await AwaitTurn(context);
            }
            else if (settled is { VideoId: null, Quiet: { } quiet })
            {
                await context.Delay(quiet);
            }
            else
            {
                return settled;
            }
        }
    }

    private static async Task AwaitTurn(IOrchestrationContext context)
    {
        try
        {
            await context.WaitFor<Nothing>(Turn, _longestWait);
        }
        catch (TimeoutException)
        {
            // Whoever should have given it the turn is gone: it looks for itself.
        }
    }

    private static async Task<bool> IsWanted(IOrchestrationContext context, ProductOrder order, string video, TimeSpan first)
    {
        for (var look = 0; ; look++)
        {
            await context.Delay(first * (1 << Math.Min(look, MostDoublings)));
            var state = await context.Call(LookAtVideo.Definition, new VideoLook(order.Shop, order.ProductId, video), RetryPolicy.Stubborn);
            if (state.Ended)
            {
                return state.Publish;
            }
        }
    }

    private static async Task Publish(IOrchestrationContext context, Publication publication, TimeSpan first)
    {
        while (await context.Call(PublishVideo.Definition, publication, RetryPolicy.Stubborn) is { Later: true })
        {
            await context.Delay(_quotaPause);
        }

        for (var look = 0; ; look++)
        {
            await context.Delay(first * (1 << Math.Min(look, MostDoublings)));
            if ((await context.Call(FinishPublication.Definition, publication, RetryPolicy.Stubborn)).Ended)
            {
                return;
            }
        }
    }
}
