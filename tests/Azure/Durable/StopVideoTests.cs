using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Azure.Tests.Durable;

public sealed class StopVideoTests
{
    [Fact]
    public async Task Parts_of_a_video_are_ended_after_the_whole_and_what_ends_them_is_not()
    {
        await using var host = await AzureHost.Start();
        var client = new ClientDouble();
        foreach (var id in new[] { Orders.VideoId, $"{Orders.VideoId}.web", $"{Orders.VideoId}.cancel", "another" })
        {
            client.Instances[id] = new OrchestrationMetadata("Any", id);
        }

        await host.Call(
            FunctionEntry.With<ActivityTriggerAttribute>().Single(entry => entry.Name == "StopVideo"),
            new Step<StopOrder>("default", Orders.VideoId, new StopOrder("The caller gave it up.")),
            client);

        Assert.Equal(
            [("terminate", Orders.VideoId), ("terminate", $"{Orders.VideoId}.web")],
            client.Calls.Select(call => (call.What, call.InstanceId)));
    }
}
