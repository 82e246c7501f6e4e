using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Pipeline.Timers;

namespace SoraFunctions.Azure.Timers;

/// <summary>The timers of the service. Seconds, minutes, hours, day, month, day of the week; times are UTC.</summary>
/// <param name="slot">Takes the Durable client for the work.</param>
public sealed class TimerFunctions(ClientSlot slot)
{
    /// <summary>Sees to it that every unfinished video has an orchestration.</summary>
    [Function("Reconcile")]
    public Task Reconcile(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run("Reconcile", client, context);

    /// <summary>Looks how open payments of agents ended, and tells agents of orders.</summary>
    [Function("TellOrders")]
    public Task TellOrders(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run("TellOrders", client, context);

    /// <summary>Counts sales whose webhooks never came, and switches off payment links at their end.</summary>
    [Function("ReconcilePayments")]
    public Task ReconcilePayments(
        [TimerTrigger("0 0 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run("ReconcilePayments", client, context);

    /// <summary>Forgets what nobody will ask for any more.</summary>
    [Function("Tidy")]
    public Task Tidy(
        [TimerTrigger("0 0 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run("Tidy", client, context);

    /// <summary>Deletes blobs that nothing leads to any more.</summary>
    [Function("Collect")]
    public Task Collect(
        [TimerTrigger("0 0 */6 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run("Collect", client, context);

    /// <summary>Sees to it that nothing of a shop is left lying.</summary>
    [Function("ReconcileShops")]
    public Task ReconcileShops(
        [TimerTrigger("0 */15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run("ReconcileShops", client, context);

    /// <summary>Begins the runs of campaigns that are due.</summary>
    [Function("BeginCampaigns")]
    public Task BeginCampaigns(
        [TimerTrigger("0 */1 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run("BeginCampaigns", client, context);

    /// <summary>Sees to it that every show has an orchestration.</summary>
    [Function("ReconcileShows")]
    public Task ReconcileShows(
        [TimerTrigger("0 0 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        Run("ReconcileShows", client, context);

    private Task Run(string name, DurableTaskClient client, FunctionContext context)
    {
        slot.Client = client;
        return TimerCatalog.All.Single(timer => timer.Name == name).Run(context.InstanceServices, context.CancellationToken);
    }
}
