using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Tests.Videos;

public class RetryPolicyTests
{
    [Fact]
    public void Pauses_grow_up_to_the_longest_and_end_with_the_last_attempt()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromSeconds(1), 10, TimeSpan.FromMinutes(1));
        Assert.Equal(
            [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), null],
            Enumerable.Range(1, 5).Select(policy.PauseAfter));
    }
}
