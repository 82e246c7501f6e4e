using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Pipeline.Retention;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Azure.Tests.Durable;

/// <summary>What Durable Functions keeps of a video, on a host that forgets an instance alone and not what that has started.</summary>
public sealed class ErasedHistoriesTests : IAsyncLifetime
{
    private AzureHost _host = null!;

    public async Task InitializeAsync() => _host = await AzureHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Erased_video_is_in_no_history()
    {
        var hub = new Hub(_host);
        hub.Start("Video", Orders.VideoId, await _host.Accept(Orders.Ad));
        await hub.Run();
        hub.Start("Cancellation", CancellationOrchestration.InstanceOf(Orders.VideoId), new CancelOrder("default", Orders.VideoId, FailOrder.Cancelled));
        Assert.Contains($"{Orders.VideoId}.web", Written(hub), StringComparison.Ordinal);

        await Erase(hub, (eraser, stop) => eraser.Video("default", Orders.VideoId, stop));

        Assert.DoesNotContain(Orders.VideoId, Written(hub), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erased_tenant_is_in_no_history()
    {
        var hub = new Hub(_host);
        hub.Start("Video", Orders.VideoId, await _host.Accept(Orders.Ad));
        await hub.Run();

        await Erase(hub, (eraser, stop) => eraser.Tenant("default", stop));

        Assert.Empty(hub.Instances);
    }

    private Task Erase(Hub hub, Func<Eraser, CancellationToken, Task<string>> erase) => _host.Use(async services =>
    {
        var client = new ClientDouble();
        foreach (var one in hub.Instances.Values)
        {
            client.Instances[one.Id] = new OrchestrationMetadata(one.Name, one.Id) { RuntimeStatus = OrchestrationRuntimeStatus.Completed };
        }

        services.GetRequiredService<ClientSlot>().Client = client;
        await erase(services.GetRequiredService<Eraser>(), default);
        foreach (var call in client.Calls.Where(call => call.What == "purge"))
        {
            hub.Purge(call.InstanceId);
        }

        return true;
    });

    /// <summary>Inputs, outputs, results, failures and what was asked for, of all instances.</summary>
    private static string Written(Hub hub) => JsonSerializer.Serialize(
        hub.Instances.Values.Select(one => new { one.Id, one.Input, one.Output, one.CustomStatus, one.Log, one.Decisions, Results = one.History.Select(happened => happened.Json) }));
}
