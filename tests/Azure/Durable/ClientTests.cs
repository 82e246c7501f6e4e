using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Azure.Tests.Durable;

public sealed class ClientTests
{
    private static readonly VideoOrder _order = new("default", "one", new BlobRef("path", new string('a', 64), 1, "application/json"));

    private readonly ClientDouble _client = new();
    private readonly IOrchestrationClient _orchestrations;

    public ClientTests() => _orchestrations = new DurableOrchestrations(
        new ClientSlot { Client = _client }, new OrchestrationCatalog(version: 12), new MessageJson(PipelineJson.Default.Options));

    public static TheoryData<OrchestrationRuntimeStatus> InFlight =>
        new(OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);

    public static TheoryData<OrchestrationRuntimeStatus> Ended =>
        new(OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated);

    [Fact]
    public async Task Instance_is_started_under_its_id_and_the_version_of_the_catalog()
    {
        Assert.True(await _orchestrations.Start(VideoOrchestration.Definition, "one", _order, default));

        var call = Assert.Single(_client.Calls);
        Assert.Equal(("schedule", "one"), (call.What, call.InstanceId));
        Assert.Equal(["Video", _order], call.With.Take(2));
        var options = Assert.IsType<StartOrchestrationOptions>(call.With[2]);
        Assert.Equal(("one", null, "12.0"), (options.InstanceId, options.StartAt, options.Version?.Version));
        Assert.Equal(["Completed", "Failed", "Pending", "Running", "Suspended", "Terminated"], options.DedupeStatuses!.Order());
    }

    [Theory]
    [MemberData(nameof(InFlight))]
    [MemberData(nameof(Ended))]
    public async Task Instance_in_whatever_state_keeps_its_id(OrchestrationRuntimeStatus status)
    {
        Put(status);
        Assert.False(await _orchestrations.Start(VideoOrchestration.Definition, "one", _order, default));
        Assert.Equal(status, _client.Instances["one"].RuntimeStatus);
    }

    [Fact]
    public async Task Failure_to_start_for_another_reason_is_told()
    {
        _client.During = _ => throw new IOException("The storage is away.");
        await Assert.ThrowsAsync<IOException>(() => _orchestrations.Start(VideoOrchestration.Definition, "one", _order, default));
    }

    [Fact]
    public async Task Input_that_is_too_long_is_refused_before_it_is_sent()
    {
        var order = _order with { Tenant = new string('x', 20_000) };
        await Assert.ThrowsAsync<ArgumentException>(() => _orchestrations.Start(VideoOrchestration.Definition, "one", order, default));
        Assert.Empty(_client.Calls);
    }

    [Theory]
    [MemberData(nameof(InFlight))]
    public async Task Instance_in_flight_is_told(OrchestrationRuntimeStatus status)
    {
        Put(status);
        await _orchestrations.Suspend("one", "wait", default);
        await _orchestrations.Cancel("one", "enough", default);
        await _orchestrations.Raise("one", "approved", Nothing.Value, default);

        Assert.Equal(
            [("suspend", "wait"), ("terminate", new TerminateInstanceOptions("enough", Recursive: true)), ("raise", "approved")],
            _client.Calls.Select(call => (call.What, call.With[0])));
    }

    [Theory]
    [MemberData(nameof(Ended))]
    public async Task Instance_that_has_ended_is_left_alone(OrchestrationRuntimeStatus status)
    {
        Put(status);
        await EveryOrder("one");
        Assert.Empty(_client.Calls);
    }

    [Fact]
    public async Task Instance_that_never_was_is_left_alone()
    {
        await EveryOrder("none");
        Assert.Empty(_client.Calls);
    }

    [Fact]
    public async Task Instance_that_ends_in_the_very_moment_is_no_failure()
    {
        Put(OrchestrationRuntimeStatus.Running);
        _client.During = _ =>
        {
            Put(OrchestrationRuntimeStatus.Completed);
            throw new InvalidOperationException("Cannot terminate an instance in the Completed state.");
        };
        await _orchestrations.Cancel("one", "enough", default);
    }

    [Fact]
    public async Task Order_that_fails_while_the_instance_runs_is_told()
    {
        Put(OrchestrationRuntimeStatus.Running);
        _client.During = _ => throw new IOException("The storage is away.");
        await Assert.ThrowsAsync<IOException>(() => _orchestrations.Cancel("one", "enough", default));
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Suspended, 1)]
    [InlineData(OrchestrationRuntimeStatus.Running, 0)]
    public async Task Instance_that_is_held_is_resumed_and_no_other(OrchestrationRuntimeStatus status, int calls)
    {
        Put(status);
        await _orchestrations.Resume("one", "go on", default);
        Assert.Equal(Enumerable.Repeat(("resume", (object?)"go on"), calls), _client.Calls.Select(call => (call.What, call.With[0])));
    }

    [Theory]
    [MemberData(nameof(Ended))]
    public async Task Instance_that_has_ended_is_purged_with_all_below_it(OrchestrationRuntimeStatus status)
    {
        Put(status);
        Assert.True(await _orchestrations.Purge("one", default));
        Assert.Equal(new PurgeInstanceOptions(Recursive: true), Assert.Single(_client.Calls).With[0]);
    }

    [Theory]
    [MemberData(nameof(InFlight))]
    public async Task Instance_in_flight_is_not_purged(OrchestrationRuntimeStatus status)
    {
        Put(status);
        Assert.False(await _orchestrations.Purge("one", default));
        Assert.False(await _orchestrations.Purge("none", default));
        Assert.Empty(_client.Calls);
    }

    [Fact]
    public async Task Old_instances_that_have_ended_are_purged_together()
    {
        var before = FixedClock.Noon.AddDays(-30);
        _client.Purged = new PurgeResult(41, isComplete: true);
        Assert.Equal(41, await _orchestrations.PurgeEnded(before, default));

        var call = Assert.Single(_client.Calls);
        var filter = Assert.IsType<PurgeInstancesFilter>(call.With[0]);
        Assert.Equal((DateTimeOffset.UnixEpoch, before), (filter.CreatedFrom!.Value, filter.CreatedTo!.Value));
        Assert.Equal(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated],
            filter.Statuses!);
        Assert.Equal(new PurgeInstanceOptions(Recursive: true), call.With[1]);
    }

    [Fact]
    public async Task End_is_waited_for_with_its_output()
    {
        _client.Instances["one"] = new OrchestrationMetadata("Video", "one")
        {
            RuntimeStatus = OrchestrationRuntimeStatus.Completed, SerializedOutput = """{"a":1}""", SerializedCustomStatus = "\"cut\"",
        };
        var status = await _orchestrations.WaitForEnd("one", default);
        Assert.Equal(("Video", InstanceState.Completed, null), (status.Name, status.State, status.Error));
        Assert.Equal(1, status.Output!.Value.GetProperty("a").GetInt32());
        Assert.Equal("cut", status.CustomStatus!.Value.GetString());
        Assert.Equal(("wait", true), (_client.Calls[0].What, _client.Calls[0].With[0]));
    }

    [Fact]
    public async Task End_of_what_never_was_is_not_waited_for() =>
        await Assert.ThrowsAsync<KeyNotFoundException>(() => _orchestrations.WaitForEnd("none", default));

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending, InstanceState.Running)]
    [InlineData(OrchestrationRuntimeStatus.Running, InstanceState.Running)]
    [InlineData((OrchestrationRuntimeStatus)2, InstanceState.Running)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, InstanceState.Suspended)]
    [InlineData(OrchestrationRuntimeStatus.Completed, InstanceState.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed, InstanceState.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, InstanceState.Cancelled)]
    public async Task Status_is_told_in_the_words_of_the_pipeline(OrchestrationRuntimeStatus status, InstanceState expected)
    {
        Put(status);
        var found = await _orchestrations.Find("one", default);
        Assert.Equal((expected, null, null), (found!.State, found.CustomStatus, found.Output));
    }

    [Fact]
    public async Task What_never_was_is_not_found() => Assert.Null(await _orchestrations.Find("none", default));

    [Fact]
    public async Task Failed_instance_says_why_in_the_words_of_its_failure()
    {
        _client.Instances["one"] = new OrchestrationMetadata("Video", "one")
        {
            RuntimeStatus = OrchestrationRuntimeStatus.Failed,
            FailureDetails = FailureTrips.Whole(new DurableFailureException(Failure.Of(new FinalException("no_engine", "There: is none.")))),
        };
        Assert.Equal("There: is none.", (await _orchestrations.Find("one", default))!.Error);
    }

    [Theory]
    [InlineData("\"The caller gave it up.\"")]
    [InlineData("The caller gave it up.")]
    public async Task Cancelled_instance_says_why(string output)
    {
        _client.Instances["one"] = new OrchestrationMetadata("Video", "one")
        {
            RuntimeStatus = OrchestrationRuntimeStatus.Terminated, SerializedOutput = output,
        };
        Assert.Equal("The caller gave it up.", (await _orchestrations.Find("one", default))!.Error);
    }

    private void Put(OrchestrationRuntimeStatus status) =>
        _client.Instances["one"] = new OrchestrationMetadata("Video", "one") { RuntimeStatus = status };

    private async Task EveryOrder(string id)
    {
        await _orchestrations.Suspend(id, "", default);
        await _orchestrations.Resume(id, "", default);
        await _orchestrations.Cancel(id, "", default);
        await _orchestrations.Raise(id, "approved", Nothing.Value, default);
    }
}
