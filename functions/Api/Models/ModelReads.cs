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

    public static async Task<IResult> List(HttpContext http, EngineMarket market, EngineList configured, CancellationToken cancellation)
    {
        var models = await All(http.Tenant(), market, configured, cancellation);
        return TypedResults.Json(ObjectList<ModelObject>.Page(models, models.Count, model => model.Id), ApiJson.Default.ObjectListModelObject);
    }

    public static async Task<IResult> Retrieve(
        string id, HttpContext http, EngineMarket market, EngineList configured, CancellationToken cancellation) => TypedResults.Json(
        (await All(http.Tenant(), market, configured, cancellation)).Find(model => model.Id == id)
            ?? throw Refusals.NotFound("model", $"There is no model '{id}'.", "model_not_found"),
        ApiJson.Default.ModelObject);

    private static async Task<List<ModelObject>> All(
        string tenant, EngineMarket market, EngineList configured, CancellationToken cancellation)
    {
        var known = await market.Offers(tenant, cancellation);
        return
        [
            .. ModelNames.Aliases.Select(alias => Of(alias, known.First(offer => offer.Name == configured.Default))),
            .. known.Select(offer => Of(offer.Name, offer)),
        ];
    }

    private static ModelObject Of(string id, EngineOffer offer)
    {
        var engine = offer.Engine;
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
            offer.PricePerSecond,
            offer.Speed is { } speed ? Math.Round((decimal)speed.WorkPerSecond, 3) : null,
            offer.Speed?.Clips ?? 0,
            can.Notes);
    }
}
