using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Azure.Tests.Durable.Engine;

/// <summary>Orders of videos, taken in as the API takes them in.</summary>
internal static class Orders
{
    public const string VideoId = "video_0000000000000000000000000000000a";

    /// <summary>An ad for two channels.</summary>
    public static VideoRequest Ad { get; } = new()
    {
        Prompt = "A red ball bounces on a marble counter, then a glass of water next to it trembles",
        Channels = ["web", "instagram-reels"],
        Seconds = 8,
        Seed = 7,
    };

    /// <summary>Accepts it; what its orchestration is started with.</summary>
    public static async Task<VideoOrder> Accept(this AzureHost host, VideoRequest request, string videoId = VideoId, string? remixedFrom = null)
    {
        var client = new ClientDouble();
        await host.Use(async services =>
        {
            services.GetRequiredService<ClientSlot>().Client = client;
            return await services.GetRequiredService<VideoIntake>().Accept(new NewVideo("default", videoId, "sora-2", request) { RemixedFrom = remixedFrom }, default);
        });
        return (VideoOrder)Assert.Single(client.Calls).With[1]!;
    }
}
