using FsCheck;
using FsCheck.Fluent;
using Microsoft.DurableTask;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Pipeline.Orchestration;
using RetryPolicy = SoraFunctions.Pipeline.Orchestration.RetryPolicy;

namespace SoraFunctions.Azure.Tests.Durable;

public sealed class RetriesTests
{
    [Fact]
    public void Pauses_are_those_of_the_policy_whatever_it_is()
    {
        var policies =
            from attempts in Gen.Choose(2, 30)
            from first in Gen.Choose(1, 600_000)
            from factor in Gen.Choose(100, 500)
            from longest in Gen.Choose(1, 3_600_000)
            select new RetryPolicy(attempts, TimeSpan.FromMilliseconds(first), factor / 100.0, TimeSpan.FromMilliseconds(longest));
        Prop.ForAll(Arb.From(policies), policy =>
        {
            var mapped = Retries.Of(policy)!.Retry!.Policy!;
            return mapped.MaxNumberOfAttempts == policy.Attempts
                && mapped.RetryTimeout == Timeout.InfiniteTimeSpan
                && Enumerable.Range(1, policy.Attempts - 1).All(run => Near(PauseAfter(mapped, run), policy.PauseAfter(run)!.Value));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Policies_of_the_pipeline_are_taken_by_the_SDK() => Assert.All(
        new[] { RetryPolicy.Standard, RetryPolicy.Stubborn },
        policy => Assert.Equal(policy.Attempts, Retries.Of(policy)!.Retry!.Policy!.MaxNumberOfAttempts));

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(5_000, 0)]
    [InlineData(0, 0)]
    public void Pause_of_zero_is_a_short_one(int first, int longest)
    {
        var policy = new RetryPolicy(3, TimeSpan.FromMilliseconds(first), 2, TimeSpan.FromMilliseconds(longest));
        Assert.True(Retries.Of(policy)!.Retry!.Policy!.FirstRetryInterval <= TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void No_policy_is_one_run()
    {
        Assert.Null(Retries.Of(null));
        Assert.Null(Retries.Of(new RetryPolicy(1, TimeSpan.Zero, 1, TimeSpan.Zero)));
    }

    [Fact]
    public void Failure_that_is_final_is_not_tried_again_and_any_other_is()
    {
        var again = Retries.Of(RetryPolicy.Standard)!.Retry!.Policy!.Handler;
        Assert.False(again(FailureTrips.Whole(new DurableFailureException(Failure.Of(new FinalException("no_engine", "There is none."))))));
        Assert.True(again(FailureTrips.Whole(new DurableFailureException(Failure.Of(new IOException("The line broke."))))));
        Assert.True(again(FailureTrips.Whole(new TimeoutException("The host was slow."))));
    }

    /// <summary>As the SDK counts.</summary>
    private static TimeSpan PauseAfter(Microsoft.DurableTask.RetryPolicy policy, int run) => TimeSpan.FromTicks((long)Math.Min(
        policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, run - 1), policy.MaxRetryInterval.Ticks));

    private static bool Near(TimeSpan one, TimeSpan other) => Math.Abs((one - other).TotalMilliseconds) <= 1;
}
