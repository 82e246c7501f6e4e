using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Clips;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Shops.Catalogs;
using SoraFunctions.Pipeline.Shops.Deliveries;
using SoraFunctions.Pipeline.Shops.Installs;
using SoraFunctions.Pipeline.Shops.Products;
using SoraFunctions.Pipeline.Shops.Publishing;
using SoraFunctions.Pipeline.Shops.Results;
using SoraFunctions.Pipeline.Shows;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Webhooks;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Json;

/// <summary>How messages and stored documents are written as JSON: snake-case names.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(VideoOrder))]
[JsonSerializable(typeof(CancelOrder))]
[JsonSerializable(typeof(VideoRequest))]
[JsonSerializable(typeof(Picture))]
[JsonSerializable(typeof(TenantSettings))]
[JsonSerializable(typeof(TenantLimits))]
[JsonSerializable(typeof(BlobRef))]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(WebhookOrder))]
[JsonSerializable(typeof(WebhookAttempt))]
[JsonSerializable(typeof(WebhookOutcome))]
[JsonSerializable(typeof(WrittenStoryboard))]
[JsonSerializable(typeof(ModerationVerdict))]
[JsonSerializable(typeof(Storyboard))]
[JsonSerializable(typeof(ShotOrder))]
[JsonSerializable(typeof(Step<ModerateOrder>))]
[JsonSerializable(typeof(Step<ExpandOrder>))]
[JsonSerializable(typeof(Step<LinkOrder>))]
[JsonSerializable(typeof(Step<PlanOrder>))]
[JsonSerializable(typeof(RenderStep))]
[JsonSerializable(typeof(Step<CutStepOrder>))]
[JsonSerializable(typeof(Step<StampOrder>))]
[JsonSerializable(typeof(Step<RegisterOrder>))]
[JsonSerializable(typeof(Step<CommerceOrder>))]
[JsonSerializable(typeof(Step<DeliverOrder>))]
[JsonSerializable(typeof(Step<FailOrder>))]
[JsonSerializable(typeof(Step<StopOrder>))]
[JsonSerializable(typeof(ExpandedStoryboard))]
[JsonSerializable(typeof(Step<OpenReviewOrder>))]
[JsonSerializable(typeof(Step<CloseReviewOrder>))]
[JsonSerializable(typeof(ReviewTicket))]
[JsonSerializable(typeof(ReviewResult))]
[JsonSerializable(typeof(ReviewSignal))]
[JsonSerializable(typeof(IReadOnlyList<ReviewVote>))]
[JsonSerializable(typeof(IReadOnlyList<ModerationFinding>))]
[JsonSerializable(typeof(PreparedLink))]
[JsonSerializable(typeof(ShotPlan))]
[JsonSerializable(typeof(RenderedShot))]
[JsonSerializable(typeof(RemoteTerms))]
[JsonSerializable(typeof(RemoteTicket))]
[JsonSerializable(typeof(CutFiles))]
[JsonSerializable(typeof(Step<JudgeCutOrder>))]
[JsonSerializable(typeof(CutVerdict))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, BlobRef>))]
[JsonSerializable(typeof(StampedFiles))]
[JsonSerializable(typeof(Announcements))]
[JsonSerializable(typeof(RenditionOrder))]
[JsonSerializable(typeof(RenditionResult))]
[JsonSerializable(typeof(DeliveryOrder))]
[JsonSerializable(typeof(SetupOrder))]
[JsonSerializable(typeof(ProductOrder))]
[JsonSerializable(typeof(Settled))]
[JsonSerializable(typeof(VideoLook))]
[JsonSerializable(typeof(VideoState))]
[JsonSerializable(typeof(Publication))]
[JsonSerializable(typeof(PublishStep))]
[JsonSerializable(typeof(CatalogOrder))]
[JsonSerializable(typeof(CatalogStep))]
[JsonSerializable(typeof(ChangesOrder))]
[JsonSerializable(typeof(ResultsOrder))]
[JsonSerializable(typeof(ChangesPage))]
[JsonSerializable(typeof(RunOrder))]
[JsonSerializable(typeof(RunStep))]
[JsonSerializable(typeof(PlanStep))]
[JsonSerializable(typeof(ShowOrder))]
[JsonSerializable(typeof(ShowStep))]
[JsonSerializable(typeof(IReadOnlyList<PlannedProduct>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
public sealed partial class PipelineJson : JsonSerializerContext;
