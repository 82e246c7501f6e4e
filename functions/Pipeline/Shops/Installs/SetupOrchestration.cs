using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Installs;

/// <summary>Sets a shop up after the app was installed, again until it is done.</summary>
public static class SetupOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<SetupOrder, Nothing> Definition { get; } = new("ShopSetup");

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which shop.</param>
    public static Task<Nothing> Run(IOrchestrationContext context, SetupOrder order) => context.Call(SetUpShop.Definition, order, RetryPolicy.Stubborn);
}
