using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Catalogs;
using SoraFunctions.Pipeline.Shops.Deliveries;
using SoraFunctions.Pipeline.Shops.Installs;
using SoraFunctions.Pipeline.Shops.Products;
using SoraFunctions.Pipeline.Shops.Publishing;
using SoraFunctions.Pipeline.Shops.Results;
using Catalogs = SoraFunctions.Pipeline.Shops.Catalogs;
using Deliveries = SoraFunctions.Pipeline.Shops.Deliveries;
using Installs = SoraFunctions.Pipeline.Shops.Installs;
using Products = SoraFunctions.Pipeline.Shops.Products;
using Publishing = SoraFunctions.Pipeline.Shops.Publishing;
using Results = SoraFunctions.Pipeline.Shops.Results;

namespace SoraFunctions.Azure.Activities;

/// <summary>The activities of shops. Those that begin orchestrations need the Durable client.</summary>
/// <param name="door">Runs them.</param>
/// <param name="slot">Takes the Durable client for the work.</param>
public sealed class ShopActivities(ActivityDoor door, ClientSlot slot)
{
    /// <summary>Does what deliveries ask for.</summary>
    [Function("HandleDeliveries")]
    public Task<Nothing> HandleDeliveries([ActivityTrigger] DeliveryOrder input, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run(Deliveries.HandleDeliveries.Definition, input, client, context);

    /// <summary>Asks a shop about itself.</summary>
    [Function("SetUpShop")]
    public Task<Nothing> SetUpShop([ActivityTrigger] SetupOrder input, FunctionContext context) =>
        door.Run(Installs.SetUpShop.Definition, input, context);

    /// <summary>Orders the video of a product that rests.</summary>
    [Function("SettleProduct")]
    public Task<Settled> SettleProduct([ActivityTrigger] ProductOrder input, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run(Products.SettleProduct.Definition, input, client, context);

    /// <summary>Looks how far a product's video is.</summary>
    [Function("LookAtVideo")]
    public Task<VideoState> LookAtVideo([ActivityTrigger] VideoLook input, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run(Products.LookAtVideo.Definition, input, client, context);

    /// <summary>Makes a video one of its product's media.</summary>
    [Function("PublishVideo")]
    public Task<PublishStep> PublishVideo([ActivityTrigger] Publication input, FunctionContext context) =>
        door.Run(Publishing.PublishVideo.Definition, input, context);

    /// <summary>Puts it into its place once it is ready.</summary>
    [Function("FinishPublication")]
    public Task<PublishStep> FinishPublication([ActivityTrigger] Publication input, FunctionContext context) =>
        door.Run(Publishing.FinishPublication.Definition, input, context);

    /// <summary>Tells a shop what came of its videos.</summary>
    [Function("TellResults")]
    public Task<Nothing> TellResults([ActivityTrigger] ResultsOrder input, FunctionContext context) =>
        door.Run(Results.TellResults.Definition, input, context);

    /// <summary>Has a shop write its catalogue.</summary>
    [Function("BeginCatalog")]
    public Task<Nothing> BeginCatalog([ActivityTrigger] CatalogOrder input, FunctionContext context) =>
        door.Run(Catalogs.BeginCatalog.Definition, input, context);

    /// <summary>Goes through it.</summary>
    [Function("TakeCatalog")]
    public Task<CatalogStep> TakeCatalog([ActivityTrigger] CatalogOrder input, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run(Catalogs.TakeCatalog.Definition, input, client, context);

    /// <summary>Looks at a page of what changed in a shop.</summary>
    [Function("ReadChanges")]
    public Task<ChangesPage> ReadChanges([ActivityTrigger] ChangesOrder input, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run(Catalogs.ReadChanges.Definition, input, client, context);

    /// <summary>Writes down up to when changes are known.</summary>
    [Function("NoteChanges")]
    public Task<Nothing> NoteChanges([ActivityTrigger] ChangesOrder input, FunctionContext context) =>
        door.Run(Catalogs.NoteChanges.Definition, input, context);

    private Task<TOutput> Run<TInput, TOutput>(Activity<TInput, TOutput> activity, TInput input, DurableTaskClient client, FunctionContext context)
    {
        slot.Client = client;
        return door.Run(activity, input, context);
    }
}
