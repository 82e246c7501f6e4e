using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Models;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api;

/// <summary>Puts the HTTP side into a host. The host brings the database, the blob store, the orchestration client and the clock.</summary>
public static class SoraApi
{
    /// <summary>Adds what the endpoints need.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="options">How this deployment is set.</param>
    public static IServiceCollection AddSoraApi(this IServiceCollection services, ApiOptions options)
    {
        services.TryAddSingleton(new OutboundHttp(
            new OutboundOptions { AllowLocalNetwork = options.AllowLocalNetwork, Timeout = options.OutboundTimeout }));
        services.TryAddScoped<VideoIntake>();
        return services
            .AddSingleton(options)
            .AddSingleton(options.Engines)
            .AddSingleton<PictureFetcher>()
            .AddSingleton<PictureDesk>()
            .AddSingleton<VideoCreateReader>()
            .AddSingleton<AdRequestReader>()
            .AddSingleton<CreateLimiter>()
            .AddSingleton<PostsInFlight>()
            .AddScoped<IdempotencyDesk>()
            .AddScoped<VideoShelf>()
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
        videos.MapMethods("/{id}/content", ["GET", "HEAD"], VideoReads.Content);
        return app;
    }
}
