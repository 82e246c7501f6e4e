using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Videos;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Api.Models;

/// <summary><c>GET /v1/models</c>.</summary>
internal static class ModelReads
{
    /// <summary>When the Videos API came out: 2025-10-06.</summary>
    private const long Created = 1_759_708_800;

    public static async Task<IResult> List(HttpContext http, EngineDirectory engines, EngineList configured, CancellationToken cancellation)
    {
        var models = await All(http.Tenant(), engines, configured, cancellation);
        return TypedResults.Json(ObjectList<ModelObject>.Page(models, models.Count, model => model.Id), ApiJson.Default.ObjectListModelObject);
    }

    public static async Task<IResult> Retrieve(
        string id, HttpContext http, EngineDirectory engines, EngineList configured, CancellationToken cancellation) => TypedResults.Json(
        (await All(http.Tenant(), engines, configured, cancellation)).Find(model => model.Id == id)
            ?? throw Refusals.NotFound("model", $"There is no model '{id}'.", "model_not_found"),
        ApiJson.Default.ModelObject);

    private static async Task<List<ModelObject>> All(
        string tenant, EngineDirectory engines, EngineList configured, CancellationToken cancellation)
    {
        var known = await engines.List(tenant, cancellation);
        return
        [
            .. ModelNames.Aliases.Select(alias => Of(alias, known.First(engine => engine.Info.Name == configured.Default))),
            .. known.Select(engine => Of(engine.Info.Name, engine)),
        ];
    }

    private static ModelObject Of(string id, KnownEngine engine)
    {
        var can = engine.Info.Abilities ?? new EngineAbilities("An engine that does not say what it can do.");
        return new ModelObject(
            id,
            "model",
            Created,
            "sora-functions",
            engine.Info.Name,
            engine.Info.Version,
            can.Summary,
            can.Ready,
            can.Device,
            can.MostSeconds,
            can.ReadsWords,
            can.ShowsPictures,
            can.ShowsModels,
            can.TakesClips,
            can.PictureRoles,
            can.LogsContacts,
            engine.PricePerSecond,
            can.Notes);
    }
}
