using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Tests.Webhooks;

public sealed class WebhookOrchestrationTests
{
    [Fact]
    public async Task Event_that_is_heard_is_told_once()
    {
        var context = new Script(_ => new WebhookOutcome(true, true, 204));
        Assert.True((await WebhookOrchestration.Run(context, new WebhookOrder("evt_1"))).Heard);
        Assert.Equal([new WebhookAttempt("evt_1", 1)], context.Attempts);
    }

    [Fact]
    public async Task Event_is_told_again_with_growing_pauses_until_it_is_heard()
    {
        var context = new Script(attempt => new WebhookOutcome(attempt == 4, attempt == 4, attempt == 4 ? 200 : 500));
        Assert.True((await WebhookOrchestration.Run(context, new WebhookOrder("evt_1"))).Heard);
        Assert.Equal([1, 2, 3, 4], context.Attempts.Select(attempt => attempt.Number));
        Assert.Equal(context.Pauses.Order(), context.Pauses);
        Assert.Equal(3, context.Pauses.Distinct().Count());
    }

    [Fact]
    public async Task Event_that_no_one_hears_is_given_up_within_72_hours()
    {
        var context = new Script(_ => new WebhookOutcome(false, false, 0));
        var outcome = await WebhookOrchestration.Run(context, new WebhookOrder("evt_1"));
        Assert.Equal((false, true), (outcome.Heard, outcome.Final));
        Assert.InRange(context.Pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause), TimeSpan.FromHours(48), TimeSpan.FromHours(72));
    }

    [Fact]
    public async Task Endpoint_that_is_gone_is_not_told_again()
    {
        var context = new Script(_ => new WebhookOutcome(false, true, 410));
        Assert.False((await WebhookOrchestration.Run(context, new WebhookOrder("evt_1"))).Heard);
        Assert.Single(context.Attempts);
    }

    private sealed class Script(Func<int, WebhookOutcome> answer) : IOrchestrationContext
    {
        public List<WebhookAttempt> Attempts { get; } = [];

        public List<TimeSpan> Pauses { get; } = [];

        public string InstanceId => "evt_1";

        public DateTimeOffset Now { get; private set; } = DateTimeOffset.UnixEpoch;

        public Task<TOutput> Call<TInput, TOutput>(Activity<TInput, TOutput> activity, TInput input, RetryPolicy? retry = null)
        {
            var attempt = (WebhookAttempt)(object)input!;
            Attempts.Add(attempt);
            return Task.FromResult((TOutput)(object)answer(attempt.Number));
        }

        public Task Delay(TimeSpan delay)
        {
            Pauses.Add(delay);
            Now += delay;
            return Task.CompletedTask;
        }

        public Guid NewGuid() => throw new NotSupportedException();

        public Task<TOutput> CallSub<TInput, TOutput>(Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input) =>
            throw new NotSupportedException();

        public Task<TPayload> WaitFor<TPayload>(string name, TimeSpan timeout) => throw new NotSupportedException();

        public void SetStatus<TStatus>(TStatus status) => throw new NotSupportedException();

        public void ContinueAsNew<TInput>(TInput input) => throw new NotSupportedException();
    }
}
