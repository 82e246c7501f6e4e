using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>
/// A run of a campaign: its cells are written down page by page, then looked after until each has ended. What is where is in the tables, so that a
/// message is a few words, and the history is forgotten every so many steps: ten thousand cells need no more of it than ten.
/// </summary>
public static class CampaignOrchestration
{
    /// <summary>The event that something was decided about the run.</summary>
    public const string News = "news";

    private const int StepsOfOneRun = 50;
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(10);

    /// <summary>Its name and types.</summary>
    public static Orchestration<RunOrder, Nothing> Definition { get; } = new("Campaign");

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which run.</param>
    public static async Task<Nothing> Run(IOrchestrationContext context, RunOrder order)
    {
        for (var step = 0; step < StepsOfOneRun; step++)
        {
            if (order.Planned is not null)
            {
                order = order with { Planned = (await context.Call(PlanRun.Definition, order, RetryPolicy.Stubborn)).Planned };
                continue;
            }

            var done = await context.Call(AdvanceRun.Definition, order, RetryPolicy.Stubborn);
            if (done.Ended)
            {
                return Nothing.Value;
            }

            await Wait(context, done.Pause ?? _shortest);
        }

        context.ContinueAsNew(order);
        return Nothing.Value;
    }

    private static async Task Wait(IOrchestrationContext context, TimeSpan longest)
    {
        try
        {
            await context.WaitFor<Nothing>(News, longest);
        }
        catch (TimeoutException)
        {
            // No news: it looks for itself how far its videos are.
        }
    }
}
