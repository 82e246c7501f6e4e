using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Publishing;

namespace SoraFunctions.Pipeline.Campaigns.Deliveries;

/// <summary>Puts the video of a cell onto its product's page.</summary>
public static class PublicationOrchestration
{
    private const int MostDoublings = 5;
    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _quotaPause = TimeSpan.FromHours(6);

    /// <summary>Its name and types.</summary>
    public static Orchestration<Publication, Nothing> Definition { get; } = new("CampaignPublication");

    /// <summary>Its id.</summary>
    /// <param name="videoId">Which video.</param>
    public static string InstanceOf(string videoId) => $"{videoId}.publication";

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="publication">Which video, on which page.</param>
    public static async Task<Nothing> Run(IOrchestrationContext context, Publication publication)
    {
        while (await context.Call(PublishVideo.Definition, publication, RetryPolicy.Stubborn) is { Later: true })
        {
            await context.Delay(_quotaPause);
        }

        for (var look = 0; ; look++)
        {
            await context.Delay(_firstLook * (1 << Math.Min(look, MostDoublings)));
            if ((await context.Call(FinishPublication.Definition, publication, RetryPolicy.Stubborn)).Ended)
            {
                return Nothing.Value;
            }
        }
    }
}
