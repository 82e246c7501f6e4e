using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Api.Models;

/// <summary><c>GET /v1/models</c>.</summary>
internal static class ModelReads
{
    /// <summary>When the Videos API came out: 2025-10-06.</summary>
    private const long Created = 1_759_708_800;

    public static IResult List(ApiOptions options)
    {
        var models = All(options);
        return TypedResults.Json(ObjectList<ModelObject>.Page(models, models.Count, model => model.Id), ApiJson.Default.ObjectListModelObject);
    }

    public static IResult Retrieve(string id, ApiOptions options) => TypedResults.Json(
        All(options).Find(model => model.Id == id) ?? throw Refusals.NotFound("model", $"There is no model '{id}'.", "model_not_found"),
        ApiJson.Default.ModelObject);

    private static List<ModelObject> All(ApiOptions options) =>
    [
        .. ModelNames.Aliases.Concat(options.Engines.Names)
            .Select(name => new ModelObject(name, "model", Created, "sora-functions", ModelNames.EngineOf(name, options.Engines)!)),
    ];
}
