using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Health;
using SoraFunctions.Api.Links;
using SoraFunctions.Api.Models;
using SoraFunctions.Api.OpenApi;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Api.Webhooks;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.Requests.Reading;
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
        services.TryAddSingleton<WebhookSender>();
        return services
            .AddSingleton(options)
            .AddSingleton(options.Engines)
            .AddSingleton<PictureFetcher>()
            .AddSingleton<PictureDesk>()
            .AddSingleton<VideoCreateReader>()
            .AddSingleton<AdRequestReader>()
            .AddSingleton<CreateLimiter>()
            .AddSingleton<PostsInFlight>()
            .AddSingleton<DailySalt>()
            .AddScoped<IdempotencyDesk>()
            .AddScoped<VideoShelf>()
            .AddScoped<VideoSources>()
            .AddScoped<EndpointShelf>()
            .AddScoped<ApiKeys>()
            .AddScoped<FirstStart>();
    }

    /// <summary>Adds the endpoints, and what stands before them: headers, error objects, keys.</summary>
    /// <param name="app">The host's.</param>
    public static WebApplication MapSoraApi(this WebApplication app)
    {
        app.UseMiddleware<HeaderMiddleware>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<KeyMiddleware>();

        var api = app.MapGroup("/v1").WithMetadata(new NeedsKey());
        api.MapPost("/ads", http => Post.Handle(http, VideoPosts.CreateAd));
        api.MapGet("/models", ModelReads.List);
        api.MapGet("/models/{id}", ModelReads.Retrieve);

        var videos = api.MapGroup("/videos");
        videos.MapPost("", http => Post.Handle(http, VideoPosts.Create));
        videos.MapGet("", VideoReads.List);
        videos.MapGet("/{id}", VideoReads.Retrieve);
        videos.MapDelete("/{id}", VideoReads.Delete);
        videos.MapPost("/{id}/remix", http => Post.Handle(http, ChangePosts.Remix));
        videos.MapPost("/edits", http => Post.Handle(http, ChangePosts.Edit));
        videos.MapPost("/extensions", http => Post.Handle(http, ChangePosts.Extend));
        videos.MapPost("/characters", http => Post.Handle(http, ChangePosts.CreateCharacter));
        videos.MapGet("/characters/{id}", VideoReads.Character);
        videos.MapMethods("/{id}/content", ["GET", "HEAD"], VideoReads.Content);
        EndpointRoutes.Map(api);
        LinkRoutes.Map(app);
        HealthRoutes.Map(app);
        OpenApiRoutes.Map(app);
        return app;
    }
}
