using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>Looks at all products that changed in a shop since it was last done: deliveries may be lost, and come in any order.</summary>
public static class ChangesOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<ChangesOrder, Nothing> Definition { get; } = new("ShopChanges");

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which shop, since when.</param>
    public static async Task<Nothing> Run(IOrchestrationContext context, ChangesOrder order)
    {
        var begun = context.Now;
        var next = order;
        do
        {
            var page = await context.Call(ReadChanges.Definition, next, RetryPolicy.Standard);
            next = next with { After = page.After };
        }
        while (next.After is not null);

        await context.Call(NoteChanges.Definition, new ChangesOrder(order.Shop, begun), RetryPolicy.Standard);
        return Nothing.Value;
    }
}
