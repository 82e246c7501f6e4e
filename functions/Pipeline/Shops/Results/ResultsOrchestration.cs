using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Results;

/// <summary>Tells a shop what came of its videos, once a day.</summary>
public static class ResultsOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<ResultsOrder, Nothing> Definition { get; } = new("ShopResults");

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which shop, until when.</param>
    public static Task<Nothing> Run(IOrchestrationContext context, ResultsOrder order) => context.Call(TellResults.Definition, order, RetryPolicy.Standard);
}
