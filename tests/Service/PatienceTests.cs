using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Tests;

/// <summary>What happens when time passes and nothing else does.</summary>
public sealed class PatienceTests : IAsyncDisposable
{
    private readonly ManualTime _time = new();
    private readonly DeskUnderTest _desk;

    public PatienceTests() => _desk = new DeskUnderTest(options => options with { Patience = TimeSpan.FromMinutes(10) }, time: _time);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Waiting_for_a_status_ends_with_the_wait()
    {
        _desk.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
        await _desk.Worker.Submit("k", Jobs.Shot(1), default);
        await _desk.Engine.Begun;

        var wait = _desk.Worker.Status("k", 0, TimeSpan.FromSeconds(5), default);
        Assert.False(wait.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(RenderState.Running, (await wait)!.State);
    }

    [Fact]
    public async Task Job_that_is_stuck_is_stopped_and_may_be_tried_again()
    {
        _desk.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
        await _desk.Worker.Submit("k", Jobs.Shot(1), default);
        await _desk.Engine.Begun;

        _time.Advance(TimeSpan.FromMinutes(10));

        var error = (await _desk.Worker.End("k")).Error;
        Assert.Equal(("internal", true), (error?.Code, error?.Transient));
        Assert.Contains("10 minutes", error!.Message);
    }

    [Fact]
    public async Task Slow_job_that_moves_on_is_left_alone()
    {
        var moved = new TaskCompletionSource();
        var hold = new TaskCompletionSource();
        _desk.Engine.Middle = async (_, _, progress, cancellation) =>
        {
            _time.Advance(TimeSpan.FromMinutes(9));
            progress.Report(0.001);
            _time.Advance(TimeSpan.FromMinutes(9));
            moved.SetResult();
            await hold.Task.WaitAsync(cancellation);
        };
        await _desk.Worker.Submit("k", Jobs.Shot(1), default);
        await moved.Task;
        hold.SetResult();
        Assert.Equal(RenderState.Completed, (await _desk.Worker.End("k")).State);
    }
}
