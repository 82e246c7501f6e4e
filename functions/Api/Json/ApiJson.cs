using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Api.Agents;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Campaigns;
using SoraFunctions.Api.Characters;
using SoraFunctions.Api.Channels;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Labels;
using SoraFunctions.Api.Models;
using SoraFunctions.Api.Player;
using SoraFunctions.Api.Remotes;
using SoraFunctions.Api.Reports;
using SoraFunctions.Api.Reviews;
using SoraFunctions.Api.Rights;
using SoraFunctions.Api.Retention;
using SoraFunctions.Api.Shopify;
using SoraFunctions.Api.Shows;
using SoraFunctions.Api.Stripe;
using SoraFunctions.Api.Tenants;
using SoraFunctions.Api.Usage;
using SoraFunctions.Api.Videos;
using SoraFunctions.Api.Webhooks;
using SoraFunctions.Pipeline.Labels;

namespace SoraFunctions.Api.Json;

/// <summary>How answers are written: snake-case names, nulls kept, because clients expect every key.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(KeyObject))]
[JsonSerializable(typeof(ObjectList<KeyObject>))]
[JsonSerializable(typeof(UsageObject))]
[JsonSerializable(typeof(EstimateObject))]
[JsonSerializable(typeof(ErasureObject))]
[JsonSerializable(typeof(HoldObject))]
[JsonSerializable(typeof(TenantObject))]
[JsonSerializable(typeof(NewTenantObject))]
[JsonSerializable(typeof(VideoObject))]
[JsonSerializable(typeof(ObjectList<VideoObject>))]
[JsonSerializable(typeof(CharacterObject))]
[JsonSerializable(typeof(ObjectList<CharacterObject>))]
[JsonSerializable(typeof(DeletedObject))]
[JsonSerializable(typeof(EndpointObject))]
[JsonSerializable(typeof(ObjectList<EndpointObject>))]
[JsonSerializable(typeof(EndpointTestObject))]
[JsonSerializable(typeof(DeliveryObject))]
[JsonSerializable(typeof(ObjectList<DeliveryObject>))]
[JsonSerializable(typeof(ObjectList<ChannelObject>))]
[JsonSerializable(typeof(ModelObject))]
[JsonSerializable(typeof(ObjectList<ModelObject>))]
[JsonSerializable(typeof(LabelTable))]
[JsonSerializable(typeof(LabelDutyObject))]
[JsonSerializable(typeof(RemoteObject))]
[JsonSerializable(typeof(ObjectList<RemoteObject>))]
[JsonSerializable(typeof(ReviewObject))]
[JsonSerializable(typeof(ObjectList<ReviewObject>))]
[JsonSerializable(typeof(AuditExport))]
[JsonSerializable(typeof(RightsHolderObject))]
[JsonSerializable(typeof(ObjectList<RightsHolderObject>))]
[JsonSerializable(typeof(GrantObject))]
[JsonSerializable(typeof(ObjectList<GrantObject>))]
[JsonSerializable(typeof(StatementObject))]
[JsonSerializable(typeof(ReportObject))]
[JsonSerializable(typeof(AdSpendObject))]
[JsonSerializable(typeof(SaleObject))]
[JsonSerializable(typeof(AttributionObject))]
[JsonSerializable(typeof(RevenueObject))]
[JsonSerializable(typeof(ShareObject))]
[JsonSerializable(typeof(ShareListObject))]
[JsonSerializable(typeof(PlayerFacts))]
[JsonSerializable(typeof(InstallObject))]
[JsonSerializable(typeof(ShopObject))]
[JsonSerializable(typeof(ObjectList<ShopObject>))]
[JsonSerializable(typeof(ObjectList<ShopProductObject>))]
[JsonSerializable(typeof(BackFillObject))]
[JsonSerializable(typeof(ObjectList<DataRequestObject>))]
[JsonSerializable(typeof(CampaignObject))]
[JsonSerializable(typeof(ObjectList<CampaignObject>))]
[JsonSerializable(typeof(RunObject))]
[JsonSerializable(typeof(ObjectList<RunObject>))]
[JsonSerializable(typeof(CellListObject))]
[JsonSerializable(typeof(ForecastObject))]
[JsonSerializable(typeof(LearningObject))]
[JsonSerializable(typeof(ShowObject))]
[JsonSerializable(typeof(ObjectList<ShowObject>))]
[JsonSerializable(typeof(ShowCommentsObject))]
[JsonSerializable(typeof(StripeObject))]
[JsonSerializable(typeof(ReceivedObject))]
[JsonSerializable(typeof(SellerObject))]
[JsonSerializable(typeof(StockObject))]
internal sealed partial class ApiJson : JsonSerializerContext;
