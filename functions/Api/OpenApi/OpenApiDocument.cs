using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Reviews;
using SoraFunctions.Api.Retention;
using SoraFunctions.Api.Tenants;
using SoraFunctions.Pipeline.Agents.Wire;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Payments.Wire;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Reports.Wire;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Rights.Wire;
using SoraFunctions.Pipeline.Sales.Wire;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Shows.Wire;

namespace SoraFunctions.Api.OpenApi;

/// <summary>The OpenAPI document: its paths and answers are written by hand, what requests hold is taken from the records that read them.</summary>
internal static class OpenApiDocument
{
    /// <summary>The document as JSON.</summary>
    /// <param name="endpoints">Whose scopes are shown.</param>
    public static string Write(IEnumerable<Endpoint> endpoints)
    {
        using var template = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The assembly lacks openapi.json.");
        var document = JsonNode.Parse(template)!;
        var schemas = document["components"]!["schemas"]!;
        schemas[nameof(AdSpendWish)] = WireSchema.Of(typeof(AdSpendWish));
        schemas[nameof(CampaignWish)] = WireSchema.Of(typeof(CampaignWish));
        schemas[nameof(ApprovalWish)] = WireSchema.Of(typeof(ApprovalWish));
        schemas[nameof(ShowWish)] = WireSchema.Of(typeof(ShowWish));
        schemas[nameof(CommentsWish)] = WireSchema.Of(typeof(CommentsWish));
        schemas[nameof(AttributionWish)] = WireSchema.Of(typeof(AttributionWish));
        schemas[nameof(RevenueShareWish)] = WireSchema.Of(typeof(RevenueShareWish));
        schemas[nameof(HolderWish)] = WireSchema.Of(typeof(HolderWish));
        schemas[nameof(GrantWish)] = WireSchema.Of(typeof(GrantWish));
        schemas[nameof(StripeWish)] = WireSchema.Of(typeof(StripeWish));
        schemas[nameof(SellerWish)] = WireSchema.Of(typeof(SellerWish));
        schemas[nameof(StockWish)] = WireSchema.Of(typeof(StockWish));
        schemas[nameof(SaleWish)] = WireSchema.Of(typeof(SaleWish));
        schemas[nameof(AdRequest)] = WireSchema.Of(typeof(AdRequest));
        schemas[nameof(KeyCreate)] = WireSchema.Of(typeof(KeyCreate));
        schemas[nameof(KeyRotation)] = WireSchema.Of(typeof(KeyRotation));
        schemas[nameof(HoldWish)] = WireSchema.Of(typeof(HoldWish));
        schemas[nameof(ErasureWish)] = WireSchema.Of(typeof(ErasureWish));
        schemas[nameof(TenantWish)] = WireSchema.Of(typeof(TenantWish));
        schemas[nameof(TenantCreate)] = WireSchema.Of(typeof(TenantCreate));
        schemas[nameof(LimitsWish)] = WireSchema.Of(typeof(LimitsWish));
        schemas[nameof(LabelDutyAccept)] = WireSchema.Of(typeof(LabelDutyAccept));
        schemas[nameof(ReviewDecision)] = WireSchema.Of(typeof(ReviewDecision));
        schemas[nameof(RemoteWish)] = WireSchema.Of(typeof(RemoteWish));
        schemas[nameof(VideoCreate)] = WireSchema.Of(typeof(VideoCreate));
        schemas[nameof(VideoRemix)] = WireSchema.Of(typeof(VideoRemix));
        schemas[nameof(VideoEdit)] = WireSchema.Of(typeof(VideoEdit));
        schemas[nameof(VideoExtension)] = WireSchema.Of(typeof(VideoExtension));
        ScopeSchema.Write(document["paths"]!.AsObject(), endpoints);
        return document.ToJsonString();
    }
}
