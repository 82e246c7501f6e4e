using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Agents;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Campaigns;
using SoraFunctions.Pipeline.Characters;
using SoraFunctions.Pipeline.Collection;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Remotes;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Retention;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Shows;
using SoraFunctions.Pipeline.Sales;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Telemetry;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Timers;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Captions;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Pipeline.Webhooks;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline;

/// <summary>What every host adds to its services, and the catalog that it offers.</summary>
public static class PipelineServices
{
    /// <summary>
    /// Adds the pipeline. The host adds the ports: blob store, database, orchestration client, worker, moderator, storyboard writer,
    /// signing identity, public address and clock.
    /// </summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddSoraPipeline(this IServiceCollection services) => services
        .AddMarks()
        .AddFleet()
        .AddSingleton<ProgressFeed>()
        .AddCollection()
        .AddScoped<StageResults>()
        .AddCharacters()
        .AddScoped<MusicListening>()
        .AddScoped<SpeechListening>()
        .AddScoped<StageProgress>()
        .AddScoped<ShotRendering>()
        .AddUsage()
        .AddTenants()
        .AddScoped<VideoIntake>()
        .AddScoped<AuditLog>()
        .AddScoped<LabelDuty>()
        .AddScoped<Tidying>()
        .AddRetention()
        .AddVerifications()
        .AddSales()
        .AddRights()
        .AddPayments()
        .AddAgents()
        .AddScoped<RenditionLinks>()
        .AddScoped<CaptionTranslations>()
        .AddScoped<Moderate>()
        .AddScoped<ExpandStoryboard>()
        .AddScoped<OpenReview>()
        .AddScoped<CloseReview>()
        .AddScoped<ReviewEscalation>()
        .AddScoped<PrepareLink>()
        .AddScoped<EarlierShots>()
        .AddScoped<PlanShots>()
        .AddScoped<RenderShot>()
        .AddScoped<RenderRemotely>()
        .AddRemotes()
        .AddScoped<CutVideo>()
        .AddScoped<JudgeCut>()
        .AddScoped<StampProvenance>()
        .AddScoped<RenditionFingerprints>()
        .AddSingleton<FingerprintLibrary>()
        .AddScoped<RegisterRendition>()
        .AddScoped<AttachCommerce>()
        .AddScoped<DeliverVideo>()
        .AddScoped<FailVideo>()
        .AddScoped<StopVideo>()
        .AddScoped<VideoControl>()
        .AddSingleton(Catalog().Around(MeteredStages.Around).Around(entry => VideoTrail.Around(_messages, entry)).Around(StageTraces.Around))
        .AddShops()
        .AddCampaigns()
        .AddShows()
        .AddWebhooks();

    private static readonly MessageJson _messages = new(PipelineJson.Default.Options);

    /// <summary>Videos are marked where the host says with which key.</summary>
    private static IServiceCollection AddMarks(this IServiceCollection services)
    {
        services.TryAddSingleton(Watermarking.None);
        return services;
    }

    /// <summary>One worker does everything where the host does not say otherwise.</summary>
    private static IServiceCollection AddFleet(this IServiceCollection services)
    {
        services.TryAddScoped(provider => new WorkerFleet(provider.GetRequiredService<IWorker>()));
        return services;
    }

    /// <summary>
    /// Version of the orchestrations' code. Whoever changes what one of them calls raises it, keeps the old code beside the new one under
    /// the version since which it holds, and drops it when no instance of that version can be in flight any more.
    /// </summary>
    public const int CatalogVersion = 4;

    /// <summary>All orchestrations and activities, by name.</summary>
    public static OrchestrationCatalog Catalog()
    {
        var catalog = new OrchestrationCatalog(CatalogVersion)
            .Add(VideoOrchestration.Definition, VideoOrchestration.RunWithoutReview)
            .Add(VideoOrchestration.Definition, VideoOrchestration.RunWithUnjudgedCuts, since: 3)
            .Add(VideoOrchestration.Definition, VideoOrchestration.Run, since: 4)
            .Add<OpenReview, Step<OpenReviewOrder>, ReviewTicket>(OpenReview.Definition)
            .Add<CloseReview, Step<CloseReviewOrder>, ReviewResult>(CloseReview.Definition)
            .Add(RenditionOrchestration.Definition, RenditionOrchestration.RunSigningVideoAlone)
            .Add(RenditionOrchestration.Definition, RenditionOrchestration.RunUnjudged, since: 2)
            .Add(RenditionOrchestration.Definition, RenditionOrchestration.Run, since: 4)
            .Add<Moderate, Step<ModerateOrder>, Moderation.ModerationVerdict>(Moderate.Definition)
            .Add<ExpandStoryboard, Step<ExpandOrder>, ExpandedStoryboard>(ExpandStoryboard.Definition)
            .Add<PrepareLink, Step<LinkOrder>, PreparedLink>(PrepareLink.Definition)
            .Add<PlanShots, Step<PlanOrder>, ShotPlan>(PlanShots.Definition)
            .Add<RenderShot, RenderStep, RenderedShot>(RenderShot.Definition)
            .Add<RenderRemotely, RenderStep, RenderedShot>(RenderRemotely.Definition)
            .Add<CutVideo, Step<CutStepOrder>, CutFiles>(CutVideo.Definition)
            .Add<JudgeCut, Step<JudgeCutOrder>, CutVerdict>(JudgeCut.Definition)
            .Add<StampProvenance, Step<StampOrder>, StampedFiles>(StampProvenance.Definition)
            .Add<RegisterRendition, Step<RegisterOrder>, Nothing>(RegisterRendition.Definition)
            .Add<AttachCommerce, Step<CommerceOrder>, Nothing>(AttachCommerce.Definition)
            .Add<DeliverVideo, Step<DeliverOrder>, Announcements>(DeliverVideo.Definition)
            .Add<FailVideo, Step<FailOrder>, Announcements>(FailVideo.Definition)
            .Add(CancellationOrchestration.Definition, CancellationOrchestration.Run)
            .Add<StopVideo, Step<StopOrder>, Nothing>(StopVideo.Definition);
        WebhookCatalog.AddTo(catalog);
        return catalog.AddShops().AddCampaigns().AddShows();
    }
}
