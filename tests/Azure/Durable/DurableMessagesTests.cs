using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Azure.Tests.Durable;

public sealed class DurableMessagesTests
{
    [Fact]
    public void Worker_writes_messages_as_one_machine_writes_them()
    {
        var worker = new ServiceCollection().AddFunctionDoors().BuildServiceProvider().GetRequiredService<IOptions<WorkerOptions>>().Value;
        Assert.Same(DurableMessages.Serializer, worker.Serializer);
        var attempt = new WebhookAttempt("evt_1", 3);
        Assert.Equal(JsonSerializer.Serialize(attempt, PipelineJson.Default.WebhookAttempt), Hub.Write(attempt));
        Assert.Equal(attempt, Hub.Read<WebhookAttempt>("""{"delivery_id":"evt_1","number":3}"""));
    }

    [Fact]
    public void Every_message_of_the_catalog_is_known_without_reflection()
    {
        var catalog = PipelineServices.Catalog();
        Assert.Empty(new MessageJson(PipelineJson.Default.Options).Unknown(
            catalog.Activities.Values.SelectMany(entry => new[] { entry.Input, entry.Output })
                .Concat(catalog.Orchestrations.Values.SelectMany(entry => new[] { entry.Input, entry.Output }))));
    }

    [Fact]
    public void What_the_host_sends_of_its_own_is_read_too()
    {
        Assert.Equal("enough", Hub.Read<string>(Hub.Write("enough")));
        Assert.NotNull(Hub.Read<TimerInfo>("""{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}"""));
    }
}
