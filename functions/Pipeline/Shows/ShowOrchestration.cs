using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shows;

/// <summary>Looks after a show: at each turn of its cadence the change with the most votes is made.</summary>
public static class ShowOrchestration
{
    private const int StepsOfOneRun = 50;

    /// <summary>Its name and types.</summary>
    public static Orchestration<ShowOrder, Nothing> Definition { get; } = new("Show");

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which show.</param>
    public static async Task<Nothing> Run(IOrchestrationContext context, ShowOrder order)
    {
        for (var step = 0; step < StepsOfOneRun; step++)
        {
            var done = await context.Call(CutShow.Definition, order, RetryPolicy.Stubborn);
            if (done.Ended)
            {
                return Nothing.Value;
            }

            await context.Delay(done.Pause);
        }

        context.ContinueAsNew(order);
        return Nothing.Value;
    }
}
