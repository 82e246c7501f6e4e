using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shows;
using Runs = SoraFunctions.Pipeline.Campaigns.Runs;
using Shows = SoraFunctions.Pipeline.Shows;

namespace SoraFunctions.Azure.Activities;

/// <summary>The activities of campaigns and shows. They begin orchestrations, so they need the Durable client.</summary>
/// <param name="door">Runs them.</param>
/// <param name="slot">Takes the Durable client for the work.</param>
public sealed class CampaignActivities(ActivityDoor door, ClientSlot slot)
{
    /// <summary>Writes down a page of the cells of a run.</summary>
    [Function("PlanRun")]
    public Task<PlanStep> PlanRun([ActivityTrigger] RunOrder input, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run(Runs.PlanRun.Definition, input, client, context);

    /// <summary>Brings a run on by a step.</summary>
    [Function("AdvanceRun")]
    public Task<RunStep> AdvanceRun([ActivityTrigger] RunOrder input, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run(Runs.AdvanceRun.Definition, input, client, context);

    /// <summary>Has the change made that an audience wants.</summary>
    [Function("CutShow")]
    public Task<ShowStep> CutShow([ActivityTrigger] ShowOrder input, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run(Shows.CutShow.Definition, input, client, context);

    private Task<TOutput> Run<TInput, TOutput>(Activity<TInput, TOutput> activity, TInput input, DurableTaskClient client, FunctionContext context)
    {
        slot.Client = client;
        return door.Run(activity, input, context);
    }
}
