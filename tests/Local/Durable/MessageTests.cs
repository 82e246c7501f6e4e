using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class MessageTests
{
    private const int Limit = 16 * 1024;
    private static readonly Activity<string, string> Work = new("Work", 1);
    private static readonly Orchestration<string, string> Flow = new("Flow");

    [Fact]
    public async Task A_message_of_16_KB_passes_everywhere()
    {
        // Two quotes make up the rest.
        var largest = new string('x', Limit - 2);
        await using var rig = await new Rig().Start(Catalog(input => input, (context, input) => context.Call(Work, input)));

        Assert.Equal(largest, (await rig.Run(Flow, largest)).Output!.Value.GetString());
    }

    [Fact]
    public async Task A_longer_input_is_refused_at_the_start()
    {
        await using var rig = await new Rig().Start(Catalog(input => input, (context, input) => context.Call(Work, input)));

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            rig.Runner.Start(Flow, "one", new string('x', Limit - 1), rig.Patience));

        Assert.Equal(
            "The input of 'Flow' is 16,385 bytes long; up to 16,384 are accepted. Store the document as a blob and pass its reference.",
            error.Message);
    }

    [Fact]
    public async Task A_longer_output_of_an_activity_fails_it_for_good()
    {
        var runs = 0;
        await using var rig = await new Rig().Start(Catalog(
            _ =>
            {
                runs++;
                return new string('x', Limit);
            },
            (context, input) => context.Call(Work, input, RetryPolicy.Standard)));

        Assert.StartsWith("The output of activity 'Work' is 16,386 bytes long", (await rig.Run(Flow, "")).Error);
        Assert.Equal(1, runs);
    }

    [Theory]
    [InlineData("input of activity 'Work'")]
    [InlineData("output of 'Flow'")]
    [InlineData("status of 'Flow'")]
    [InlineData("input of 'Flow'")]
    [InlineData("input of sub-orchestration 'Flow'")]
    public async Task A_longer_message_of_an_orchestration_fails_it(string what)
    {
        var big = new string('x', Limit);
        await using var rig = await new Rig().Start(Catalog(input => input, async (context, input) =>
        {
            switch (what)
            {
                case "input of activity 'Work'":
                    return await context.Call(Work, big);
                case "status of 'Flow'":
                    context.SetStatus(big);
                    return "";
                case "input of 'Flow'":
                    context.ContinueAsNew(big);
                    return "";
                case "input of sub-orchestration 'Flow'":
                    return await context.CallSub(Flow, "sub", big);
                default:
                    return big;
            }
        }));

        Assert.StartsWith($"The {what} is 16,386 bytes long", (await rig.Run(Flow, "")).Error);
    }

    [Fact]
    public async Task A_longer_payload_of_an_event_is_refused()
    {
        await using var rig = await new Rig().Start(Catalog(input => input, (context, input) => context.Call(Work, input)));

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            rig.Runner.Raise("one", "go", new string('x', Limit), rig.Patience));

        Assert.StartsWith("The payload of event 'go' is 16,386 bytes long", error.Message);
    }

    private static OrchestrationCatalog Catalog(
        Func<string, string> work, Func<IOrchestrationContext, string, Task<string>> flow) =>
        new OrchestrationCatalog().Add(Work, work).Add(Flow, flow);
}
