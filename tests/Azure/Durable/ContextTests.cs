using Microsoft.DurableTask;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Webhooks;
using RetryPolicy = SoraFunctions.Pipeline.Orchestration.RetryPolicy;

namespace SoraFunctions.Azure.Tests.Durable;

public sealed class ContextTests
{
    private readonly HubInstance _instance = new("Test", "one", "3.0", "null", 0, null);
    private readonly ReplayingContext _sdk;
    private readonly IOrchestrationContext _context;
    private DateTime _now = FixedClock.Noon.UtcDateTime;

    public ContextTests()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        _sdk = new ReplayingContext(_instance, _now);
        _context = new DurableContext(_sdk, new MessageJson(PipelineJson.Default.Options));
    }

    [Fact]
    public void Time_and_ids_are_those_of_the_instance()
    {
        Assert.Equal("one", _context.InstanceId);
        Assert.Equal(FixedClock.Noon, _context.Now);
        Assert.Equal(TimeSpan.Zero, _context.Now.Offset);
        var again = new DurableContext(new ReplayingContext(_instance, _now), new MessageJson(PipelineJson.Default.Options));
        Assert.Equal(again.NewGuid(), _context.NewGuid());
    }

    [Fact]
    public async Task Delay_is_a_durable_timer()
    {
        var delay = _context.Delay(TimeSpan.FromMinutes(5));
        Assert.Equal((ActionKind.Timer, FixedClock.Noon.AddMinutes(5).UtcDateTime.ToString("o")), (_sdk.Decisions[0].Kind, _sdk.Decisions[0].Name));
        Answer(0, null);
        await delay;
    }

    [Fact]
    public async Task Delay_may_be_nothing_and_not_less()
    {
        _ = _context.Delay(TimeSpan.Zero);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _context.Delay(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task Event_that_is_raised_in_time_is_given()
    {
        var wait = _context.WaitFor<WebhookOrder>("approved", TimeSpan.FromHours(1));
        Raise("approved", new WebhookOrder("evt_1"));
        Assert.Equal("evt_1", (await wait).DeliveryId);
    }

    [Fact]
    public async Task Event_that_was_raised_before_is_not_lost()
    {
        Raise("approved", new WebhookOrder("evt_1"));
        Assert.Equal("evt_1", (await _context.WaitFor<WebhookOrder>("approved", TimeSpan.FromHours(1))).DeliveryId);
    }

    [Fact]
    public async Task Event_that_is_late_is_a_time_out_and_kept_for_the_next_wait()
    {
        var wait = _context.WaitFor<WebhookOrder>("approved", TimeSpan.FromHours(1));
        Answer(0, null);
        Assert.Contains("'approved'", (await Assert.ThrowsAsync<TimeoutException>(() => wait)).Message);

        Raise("approved", new WebhookOrder("evt_1"));
        Assert.Equal("evt_1", (await _context.WaitFor<WebhookOrder>("approved", TimeSpan.FromHours(1))).DeliveryId);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void Wait_without_an_end_sets_no_timer(long ticks)
    {
        Assert.False(_context.WaitFor<WebhookOrder>("approved", TimeSpan.FromTicks(ticks)).IsCompleted);
        Assert.Empty(_sdk.Decisions);
    }

    [Theory]
    [InlineData("3.0", "3.0")]
    [InlineData("", "1.0")]
    public void Sub_orchestration_has_its_id_and_the_version_of_its_parent(string version, string expected)
    {
        var sdk = new ReplayingContext(_instance with { Version = version }, _now);
        new DurableContext(sdk, new MessageJson(PipelineJson.Default.Options))
            .CallSub(WebhookOrchestration.Definition, "evt_1", new WebhookOrder("evt_1"));
        Assert.Equal(
            new Decision(0, ActionKind.SubOrchestration, "Webhook", """{"delivery_id":"evt_1"}""", "evt_1", expected), sdk.Decisions.Single());
    }

    [Fact]
    public async Task Failure_for_good_is_told_with_code_and_words()
    {
        var call = _context.Call(WebhookOrchestration.Attempt, new WebhookAttempt("evt_1", 1), RetryPolicy.Standard);
        Fail(0, new FinalException("gone", "The endpoint is gone: for good."));
        var failure = await Assert.ThrowsAsync<ActivityFailedException>(() => call);
        Assert.Equal(("WebhookAttempt", "gone", "The endpoint is gone: for good."), (failure.Name, failure.Code, failure.Message));
        Assert.Single(_sdk.Decisions);
    }

    [Fact]
    public async Task Other_failures_are_tried_again_by_the_policy_and_then_told()
    {
        var call = _context.Call(
            WebhookOrchestration.Attempt, new WebhookAttempt("evt_1", 1), new(3, TimeSpan.FromSeconds(1), 3, TimeSpan.FromMinutes(1)));
        for (var run = 0; run < 3; run++)
        {
            Fail(_sdk.Decisions.Count - 1, new IOException("The line broke."));
            if (run < 2)
            {
                Answer(_sdk.Decisions.Count - 1, null);
            }
        }

        var failure = await Assert.ThrowsAsync<ActivityFailedException>(() => call);
        Assert.Equal(("server_error", "The line broke."), (failure.Code, failure.Message));
        Assert.Equal(
            [ActionKind.Activity, ActionKind.Timer, ActionKind.Activity, ActionKind.Timer, ActionKind.Activity],
            _sdk.Decisions.Select(decision => decision.Kind));
        Assert.Equal(FixedClock.Noon.AddSeconds(1).UtcDateTime.ToString("o"), _sdk.Decisions[1].Name);
        Assert.Equal(FixedClock.Noon.AddSeconds(1 + 3).UtcDateTime.ToString("o"), _sdk.Decisions[3].Name);
    }

    [Fact]
    public void Status_and_next_run_are_written_as_messages()
    {
        _context.SetStatus(new WebhookOrder("evt_1"));
        _context.ContinueAsNew(new WebhookOrder("evt_2"));
        Assert.Equal("""{"delivery_id":"evt_1"}""", _instance.CustomStatus);
        Assert.Equal((true, new WebhookOrder("evt_2")), (_sdk.ContinuesAsNew, _sdk.NextInput));
    }

    [Fact]
    public async Task Message_that_is_too_long_is_refused_before_anything_is_asked()
    {
        var order = new WebhookOrder(new string('x', 20_000));
        await Assert.ThrowsAsync<ArgumentException>(() => _context.CallSub(WebhookOrchestration.Definition, "evt_1", order));
        await Assert.ThrowsAsync<ArgumentException>(() => _context.Call(WebhookOrchestration.Attempt, new WebhookAttempt(order.DeliveryId, 1)));
        Assert.Empty(_sdk.Decisions);
    }

    private void Answer(int action, object? result)
    {
        if (_sdk.Decisions[action] is { Kind: ActionKind.Timer } timer)
        {
            _now = DateTime.Parse(timer.Name, null, System.Globalization.DateTimeStyles.RoundtripKind);
        }

        _sdk.Apply(new HistoryEvent(0, _now, action, result is null ? null : Hub.Write(result)), replaying: false);
    }

    private void Fail(int action, Exception error) => _sdk.Apply(
        new HistoryEvent(0, _now, action, null, FailureTrips.Whole(new DurableFailureException(Failure.Of(error)))), replaying: false);

    private void Raise(string name, object payload) =>
        _sdk.Apply(new HistoryEvent(0, _now, null, Hub.Write(payload), Name: name), replaying: false);
}
