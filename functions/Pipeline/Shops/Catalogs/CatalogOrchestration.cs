using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>A back-fill: the shop writes its whole catalogue into a file, and each product in it is looked at.</summary>
public static class CatalogOrchestration
{
    /// <summary>The event that a bulk operation ended.</summary>
    public const string BulkEnded = "bulk";

    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(5);

    /// <summary>Its name and types.</summary>
    public static Orchestration<CatalogOrder, CatalogStep> Definition { get; } = new("ShopCatalog");

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which shop.</param>
    public static async Task<CatalogStep> Run(IOrchestrationContext context, CatalogOrder order)
    {
        await context.Call(BeginCatalog.Definition, order, RetryPolicy.Stubborn);
        for (var pause = _firstLook; ; pause = pause < _longestPause ? pause * 2 : _longestPause)
        {
            await Await(context, pause);
            var step = await context.Call(TakeCatalog.Definition, order, RetryPolicy.Stubborn);
            if (step.Ended)
            {
                return step;
            }
        }
    }

    private static async Task Await(IOrchestrationContext context, TimeSpan longest)
    {
        try
        {
            await context.WaitFor<Nothing>(BulkEnded, longest);
        }
        catch (TimeoutException)
        {
            // News of its end may be lost: it is looked for.
        }
    }
}
