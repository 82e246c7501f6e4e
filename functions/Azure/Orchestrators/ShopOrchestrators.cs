using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Catalogs;
using SoraFunctions.Pipeline.Shops.Deliveries;
using SoraFunctions.Pipeline.Shops.Installs;
using SoraFunctions.Pipeline.Shops.Products;
using SoraFunctions.Pipeline.Shops.Results;

namespace SoraFunctions.Azure.Orchestrators;

/// <summary>The orchestrations of shops.</summary>
/// <param name="door">Runs them.</param>
public sealed class ShopOrchestrators(OrchestratorDoor door)
{
    /// <summary>Does what deliveries ask for.</summary>
    [Function("ShopDelivery")]
    public Task<Nothing> ShopDelivery([OrchestrationTrigger] TaskOrchestrationContext context, DeliveryOrder input) =>
        door.Run(DeliveryOrchestration.Definition, context, input);

    /// <summary>Sets a shop up.</summary>
    [Function("ShopSetup")]
    public Task<Nothing> ShopSetup([OrchestrationTrigger] TaskOrchestrationContext context, SetupOrder input) =>
        door.Run(SetupOrchestration.Definition, context, input);

    /// <summary>From a change of a product to its video on the product's page.</summary>
    [Function("ShopProduct")]
    public Task<Nothing> ShopProduct([OrchestrationTrigger] TaskOrchestrationContext context, ProductOrder input) =>
        door.Run(ProductOrchestration.Definition, context, input);

    /// <summary>Goes through a shop's catalogue.</summary>
    [Function("ShopCatalog")]
    public Task<CatalogStep> ShopCatalog([OrchestrationTrigger] TaskOrchestrationContext context, CatalogOrder input) =>
        door.Run(CatalogOrchestration.Definition, context, input);

    /// <summary>Looks at what changed in a shop.</summary>
    [Function("ShopChanges")]
    public Task<Nothing> ShopChanges([OrchestrationTrigger] TaskOrchestrationContext context, ChangesOrder input) =>
        door.Run(ChangesOrchestration.Definition, context, input);

    /// <summary>Tells a shop what came of its videos.</summary>
    [Function("ShopResults")]
    public Task<Nothing> ShopResults([OrchestrationTrigger] TaskOrchestrationContext context, ResultsOrder input) =>
        door.Run(ResultsOrchestration.Definition, context, input);
}
