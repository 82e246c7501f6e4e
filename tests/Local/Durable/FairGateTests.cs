using SoraFunctions.Local.Durable;

namespace SoraFunctions.Local.Tests.Durable;

public sealed class FairGateTests
{
    [Fact]
    public async Task One_of_a_small_party_waits_for_one_of_each_other_and_not_for_all_before_it()
    {
        var gate = new FairGate(2);
        var entered = new List<string>();
        var tasks = new List<Task>();
        foreach (var name in Enumerable.Range(0, 1_000).Select(_ => "large").Concat(Enumerable.Range(0, 500).Select(_ => "middle")).Append("small"))
        {
            tasks.Add(Enter(name));
        }

        for (var left = tasks.Count; left > 0; left--)
        {
            // Who has a place must be written down before the next is given, or the two would be written in any order.
            await Until(() => entered.Count == Math.Min(tasks.Count, tasks.Count - left + 2));
            gate.Leave();
        }

        await Task.WhenAll(tasks);

        // Two of the large one were in before anybody waited.
        Assert.Equal(["large", "large", "large", "middle", "small", "large", "middle"], entered.Take(7));
        Assert.Equal(1_501, entered.Count);

        async Task Enter(string name)
        {
            await gate.Enter(name, default);
            lock (entered)
            {
                entered.Add(name);
            }
        }

        async Task Until(Func<bool> holds)
        {
            while (true)
            {
                lock (entered)
                {
                    if (holds())
                    {
                        return;
                    }
                }

                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_place()
    {
        var gate = new FairGate(1);
        await gate.Enter("a", default);
        using var stop = new CancellationTokenSource();
        var given = gate.Enter("b", stop.Token);
        var next = gate.Enter("c", default);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        gate.Leave();
        await next;
        gate.Leave();
        await gate.Enter("d", default);
    }

    [Theory]
    [InlineData("""{"video_id":"v","order":{"tenant":"inner"},"tenant":"acme"}""", "acme")]
    [InlineData("""{"delivery_id":"evt_1"}""", "")]
    [InlineData("\"text\"", "")]
    [InlineData("null", "")]
    public void Party_of_an_activity_is_the_tenant_that_its_input_names(string input, string party) => Assert.Equal(party, ActivityParty.Of(input));
}
