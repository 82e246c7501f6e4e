using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>
/// Books what stages took. It is done before the stage's result goes into a history: a crash between the two repeats the stage, whose kept
/// result is then booked under the same key, which changes nothing.
/// </summary>
public static class MeteredStages
{
    /// <summary>The entry with the ledger behind its code.</summary>
    /// <param name="entry">An activity of the catalog.</param>
    public static ActivityEntry Around(ActivityEntry entry) => !entry.Output.IsAssignableTo(typeof(IMetered)) ? entry : entry with
    {
        Run = async (services, input, cancellation) =>
        {
            var output = await entry.Run(services, input, cancellation);
            if (input is IStep step && output is IMetered { Work: { } work })
            {
                await services.GetRequiredService<UsageLedger>().Book(
                    new UsageEntry($"{step.Tenant}.{work.Key}", step.Tenant, step.VideoId, work.Stage, work.Engine, work.Amounts), cancellation);
            }

            return output;
        },
    };
}
