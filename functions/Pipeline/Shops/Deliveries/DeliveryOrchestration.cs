using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>Does what a delivery asks for, again until it is done: the shop was told that it was heard.</summary>
public static class DeliveryOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<DeliveryOrder, Nothing> Definition { get; } = new("ShopDelivery");

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which delivery.</param>
    public static Task<Nothing> Run(IOrchestrationContext context, DeliveryOrder order) =>
        context.Call(HandleDelivery.Definition, order, RetryPolicy.Stubborn);
}
