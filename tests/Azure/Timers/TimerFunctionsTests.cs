using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;

namespace SoraFunctions.Azure.Tests.Timers;

public sealed class TimerFunctionsTests
{
    private readonly ClientDouble _client = new();

    [Fact]
    public async Task Video_without_an_orchestration_gets_one()
    {
        await using var host = await AzureHost.Start();
        await host.Accept(Orders.Ad);
        await Ring(host, "Reconcile");
        Assert.Equal(("schedule", Orders.VideoId), Assert.Single(_client.Calls.Select(call => (call.What, call.InstanceId))));
    }

    [Fact]
    public async Task Video_whose_orchestration_runs_keeps_it()
    {
        await using var host = await AzureHost.Start();
        await host.Accept(Orders.Ad);
        _client.Instances[Orders.VideoId] = new OrchestrationMetadata("Video", Orders.VideoId);
        await Ring(host, "Reconcile");
        Assert.DoesNotContain(_client.Calls, call => call.What == "purge");
        Assert.Equal(OrchestrationRuntimeStatus.Running, _client.Instances[Orders.VideoId].RuntimeStatus);
    }

    [Fact]
    public async Task Old_histories_are_forgotten()
    {
        await using var host = await AzureHost.Start();
        await Ring(host, "Tidy");
        var filter = Assert.IsType<PurgeInstancesFilter>(Assert.Single(_client.Calls).With[0]);
        Assert.Equal(FixedClock.Noon.AddDays(-30), filter.CreatedTo);
    }

    private Task Ring(AzureHost host, string timer) =>
        host.Call(FunctionEntry.With<TimerTriggerAttribute>().Single(entry => entry.Name == timer), new TimerInfo(), _client);
}
