using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>Does what deliveries ask for, again until it is done: the shop was told that it was heard.</summary>
public static class DeliveryOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<DeliveryOrder, Nothing> Definition { get; } = new("ShopDelivery");

    /// <summary>Has deliveries handled.</summary>
    /// <param name="orchestrations">What handles them.</param>
    /// <param name="ids">At least one.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static Task<bool> Start(IOrchestrationClient orchestrations, IReadOnlyList<string> ids, CancellationToken cancellation) =>
        orchestrations.Start(Definition, ids[0], new DeliveryOrder(ids), cancellation);

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which deliveries.</param>
    public static Task<Nothing> Run(IOrchestrationContext context, DeliveryOrder order) =>
        context.Call(HandleDeliveries.Definition, order, RetryPolicy.Stubborn);
}
