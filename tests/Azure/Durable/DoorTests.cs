using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Azure.Activities;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Orchestrators;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Azure.Tests.Durable;

/// <summary>What stands between the functions and the catalog.</summary>
public sealed class DoorTests
{
    private static readonly Activity<WebhookOrder, WebhookOrder> _echo = new("Echo", 1);
    private static readonly Orchestration<WebhookOrder, WebhookOrder> _walk = new("Walk");
    private static readonly MessageJson _json = new(PipelineJson.Default.Options);

    [Fact]
    public async Task Activity_runs_in_the_services_and_under_the_token_of_its_invocation()
    {
        using var stop = new CancellationTokenSource();
        Assert.Equal(new WebhookOrder("one"), await Run((order, cancellation) => cancellation == stop.Token ? order : null!, stop.Token));
    }

    [Fact]
    public async Task Failure_of_an_activity_carries_code_and_words()
    {
        var error = await Assert.ThrowsAsync<DurableFailureException>(() => Run((_, _) => throw new FinalException("no_engine", "There: is none.")));
        Assert.Equal("""{"code":"no_engine","message":"There:\u0020is none.","final":true}""", error.Message);
    }

    [Fact]
    public async Task Output_that_is_too_long_is_a_failure_for_good()
    {
        var error = await Assert.ThrowsAsync<DurableFailureException>(() => Run((_, _) => new WebhookOrder(new string('x', 20_000))));
        Assert.True(Failure.Read(FailureTrips.Whole(error)).Final);
    }

    [Fact]
    public async Task Activity_that_stops_with_its_host_has_not_failed()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Run((_, cancellation) => throw new OperationCanceledException(cancellation), stop.Token));
    }

    [Fact]
    public async Task Activity_that_gives_up_by_itself_has_failed() =>
        await Assert.ThrowsAsync<DurableFailureException>(() => Run((_, _) => throw new TaskCanceledException("The line was slow.")));

    [Theory]
    [InlineData("", "old")]
    [InlineData("1.0", "old")]
    [InlineData("2.0", "old")]
    [InlineData("3.0", "new")]
    [InlineData("4.0", "new")]
    public async Task Instance_runs_the_code_that_it_began_with(string version, string expected)
    {
        var catalog = new OrchestrationCatalog(version: 4)
            .Add(_walk, (_, _) => Task.FromResult(new WebhookOrder("old")))
            .Add(_walk, (_, _) => Task.FromResult(new WebhookOrder("new")), since: 3);
        Assert.Equal(new WebhookOrder(expected), await Walk(catalog, version));
    }

    [Fact]
    public async Task Instance_whose_code_is_gone_fails_in_words()
    {
        var catalog = new OrchestrationCatalog(version: 4).Add(_walk, (_, order) => Task.FromResult(order), since: 3);
        var error = await Assert.ThrowsAsync<DurableFailureException>(() => Walk(catalog, "2.0"));
        Assert.Contains("version 2.0", Failure.Read(FailureTrips.Whole(error)).Message);
    }

    [Fact]
    public async Task Failure_of_an_orchestration_is_logged_and_carries_code_and_words()
    {
        var catalog = new OrchestrationCatalog()
            .Add(_walk, (_, _) => Task.FromException<WebhookOrder>(new ActivityFailedException("Moderate", "moderation_blocked", "No: never.")));
        var instance = new HubInstance("Walk", "one", "1.0", "null", 0, null);
        var error = await Assert.ThrowsAsync<DurableFailureException>(() => Walk(catalog, "1.0", instance));
        Assert.Equal(new Failure("moderation_blocked", "No: never.", true), Failure.Read(FailureTrips.Whole(error)));
        Assert.Equal(["Information Walk one began under version '1.0'.", "Error Walk one failed."], instance.Log);
    }

    private static Task<WebhookOrder> Walk(OrchestrationCatalog catalog, string version, HubInstance? instance = null)
    {
        var context = new ReplayingContext(instance ?? new HubInstance("Walk", "one", version, "null", 0, null), FixedClock.Noon.UtcDateTime);
        context.EndReplay();
        return new OrchestratorDoor(catalog, _json).Run(_walk, context, new WebhookOrder("one"));
    }

    private static async Task<WebhookOrder> Run(
        Func<WebhookOrder, CancellationToken, WebhookOrder> code, CancellationToken cancellation = default)
    {
        await using var services = new ServiceCollection().AddSingleton(new Echo(code)).BuildServiceProvider();
        var catalog = new OrchestrationCatalog().Add<Echo, WebhookOrder, WebhookOrder>(_echo);
        var door = new ActivityDoor(catalog, _json, NullLogger<ActivityDoor>.Instance);
        return await door.Run(_echo, new WebhookOrder("one"), new TestFunctionContext(services, cancellation));
    }

    private sealed class Echo(Func<WebhookOrder, CancellationToken, WebhookOrder> code) : IActivity<WebhookOrder, WebhookOrder>
    {
        public Task<WebhookOrder> Run(WebhookOrder input, CancellationToken cancellation) => Task.FromResult(code(input, cancellation));
    }
}
