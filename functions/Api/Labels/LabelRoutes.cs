using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.Labels;

/// <summary><c>/v1/labels</c>.</summary>
internal static class LabelRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var labels = api.MapGroup("/labels");
        labels.MapGet("", () => TypedResults.Json(LabelTable.Built, ApiJson.Default.LabelTable)).Needs(Scopes.Viewing);
        labels.MapPost("/duty", http => Post.Handle(http, Accept)).Needs(Scope.Admin);
    }

    private static async Task<Answer> Accept(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<LabelDutyAccept>(call.Fields());
        var at = await call.Service<LabelDuty>().Accept(call.Tenant, wish.AcceptedBy, cancellation);
        return Answer.Of(new LabelDutyObject("label_duty", at.ToUnixTimeSeconds(), wish.AcceptedBy.Trim()), ApiJson.Default.LabelDutyObject);
    }
}
