using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Api.Agents;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Campaigns;
using SoraFunctions.Api.Channels;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Health;
using SoraFunctions.Api.Labels;
using SoraFunctions.Api.Limits;
using SoraFunctions.Api.Links;
using SoraFunctions.Api.Models;
using SoraFunctions.Api.OpenApi;
using SoraFunctions.Api.Player;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Remotes;
using SoraFunctions.Api.Reports;
using SoraFunctions.Api.Reviews;
using SoraFunctions.Api.Rights;
using SoraFunctions.Api.Retention;
using SoraFunctions.Api.Shopify;
using SoraFunctions.Api.Shows;
using SoraFunctions.Api.Stripe;
using SoraFunctions.Api.Tenants;
using SoraFunctions.Api.Ucp;
using SoraFunctions.Api.Usage;
using SoraFunctions.Api.Verify;
using SoraFunctions.Api.Videos;
using SoraFunctions.Api.Webhooks;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Campaigns;
using SoraFunctions.Pipeline.Characters;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Fonts;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.ProductModels;
using SoraFunctions.Pipeline.Remotes;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Agents;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Retention;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Shows;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Api;

/// <summary>Puts the HTTP side into a host. The host brings the database, the blob store, the orchestration client and the clock.</summary>
public static class SoraApi
{
    /// <summary>Adds what the endpoints need.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="options">How this deployment is set.</param>
    public static IServiceCollection AddSoraApi(this IServiceCollection services, ApiOptions options)
    {
        services.AddSingleton(new OutboundHttp(
            new OutboundOptions { AllowLocalNetwork = options.AllowLocalNetwork, Timeout = options.OutboundTimeout }));
        services.TryAddScoped<VideoIntake>();
        services.TryAddScoped<VideoControl>();
        services.TryAddScoped<AuditLog>();
        services.TryAddScoped<LabelDuty>();
        services.TryAddSingleton<WebhookSender>();
        services.AddVerifications();
        services.TryAddScoped<RenditionFingerprints>();
        return services
            .AddRouting()
            .AddSingleton(options)
            .AddSingleton(options.Engines)
            .AddSingleton<EngineDirectory>()
            .AddRemotes()
            .AddReports()
            .AddRights()
            .AddScoped<RightsShelf>()
            .AddAgents()
            .AddSingleton<FileFetcher>()
            .AddSingleton<PictureDesk>()
            .AddSingleton<ModelDesk>()
            .AddSingleton<FontDesk>()
            .AddSingleton<SoundDesk>()
            .AddSingleton<VideoCreateReader>()
            .AddSingleton<AdRequestReader>()
            .AddSingleton<CreateLimiter>()
            .AddSingleton<PostsInFlight>()
            .AddSingleton<DailySalt>()
            .AddSingleton<ClickBook>()
            .AddHostedService(provider => provider.GetRequiredService<ClickBook>())
            .AddSingleton<PlayLimiter>()
            .AddSingleton<UploadFolder>()
            .AddSingleton<UploadReader>()
            .AddSingleton<VerifyLimiter>()
            .AddScoped<IdempotencyDesk>()
            .AddScoped<VideoShelf>()
            .AddCharacters()
            .AddSingleton<CommerceDocuments>()
            .AddScoped<LinkedVideos>()
            .AddScoped<AgentCatalog>()
            .AddSingleton<PlatformProfiles>()
            .AddScoped<VideoSources>()
            .AddScoped<EndpointShelf>()
            .AddScoped<DeliveryShelf>()
            .AddScoped<EngineMarket>()
            .AddScoped<RemoteShelf>()
            .AddScoped<ReviewShelf>()
            .AddCampaigns()
            .AddShows()
            .AddScoped<CampaignShelf>()
            .AddShops()
            .AddScoped<ShopShelf>()
            .AddScoped<ApiKeys>()
            .AddScoped<KeyShelf>()
            .AddScoped<TenantShelf>()
            .AddTenants()
            .AddRetention()
            .AddUsage()
            .AddSingleton<Machines>()
            .AddSingleton(provider => new RequestLimits(options.SeveralMachines ? provider.GetRequiredService<Machines>() : null))
            .AddSingleton<IRequestRates>(provider => options.SeveralMachines ? ActivatorUtilities.CreateInstance<SharedRates>(provider) : new OwnRates())
            .AddScoped<FirstStart>();
    }

    /// <summary>Adds the endpoints, and what stands before them: headers, error objects, keys.</summary>
    /// <param name="app">The host's.</param>
    public static WebApplication MapSoraApi(this WebApplication app)
    {
        Guard(app);
        Map(app);
        return app;
    }

    /// <summary>
    /// The same as one delegate, for a host whose requests come in another way than through an ASP.NET Core pipeline, such as Azure Functions.
    /// </summary>
    /// <param name="services">The host's; each request brings its own scope in <see cref="HttpContext.RequestServices"/>.</param>
    public static RequestDelegate BuildSoraApi(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        Guard(app);
        app.UseEndpoints(Map);
        return app.Build();
    }

    private static void Guard(IApplicationBuilder app)
    {
        app.UseMiddleware<HeaderMiddleware>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<KeyMiddleware>();
        app.UseMiddleware<LimitMiddleware>();
    }

    private static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/v1").WithMetadata(new NeedsKey());
        api.MapPost("/ads", http => Post.Handle(http, VideoPosts.CreateAd)).Needs(Scope.Render);
        api.MapGet("/channels", ChannelReads.List).Needs(Scopes.Viewing);
        api.MapGet("/models", ModelReads.List).Needs(Scopes.Viewing);
        api.MapGet("/models/{id}", ModelReads.Retrieve).Needs(Scopes.Viewing);
        KeyRoutes.Map(api);
        TenantRoutes.Map(api);
        RetentionRoutes.Map(api);
        UsageRoutes.Map(api);
        VideoRoutes.Map(api);
        EndpointRoutes.Map(api);
        EventRoutes.Map(api);
        LabelRoutes.Map(api);
        RemoteRoutes.Map(api);
        ReviewRoutes.Map(api);
        CampaignRoutes.Map(api);
        ShowRoutes.Map(api);
        ShopRoutes.Map(api);
        SaleRoutes.Map(api);
        ReportRoutes.Map(api);
        RevenueRoutes.Map(api);
        HolderRoutes.Map(api);
        GrantRoutes.Map(api);
        DeliveryRoutes.Map(app);
        CallbackRoutes.Map(app);
        StripeRoutes.Map(app, api);
        SellerRoutes.Map(api);
        AgentRoutes.Map(app);
        UcpRoutes.Map(app);
        VerifyRoutes.Map(app);
        RecoveryRoutes.Map(app);
        LinkRoutes.Map(app);
        MediaRoutes.Map(app);
        PlayRoutes.Map(app);
        PlayerRoutes.Map(app);
        HealthRoutes.Map(app);
        OpenApiRoutes.Map(app);
    }
}
