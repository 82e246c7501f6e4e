using System.Threading.Channels;

namespace SoraFunctions.Service.Jobs;

/// <summary>Jobs of one kind in a row, with a few hands that take them in turn.</summary>
internal sealed class Lane
{
    private readonly Channel<LiveJob> _waiting = Channel.CreateUnbounded<LiveJob>();
    private readonly Task _hands;

    /// <summary>Opens the lane.</summary>
    /// <param name="hands">Jobs done side by side.</param>
    /// <param name="work">Does one job; never fails.</param>
    /// <param name="closing">Closes the lane: what waits stays undone.</param>
    public Lane(int hands, Func<LiveJob, Task> work, CancellationToken closing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hands, 1);
        _hands = Task.WhenAll(Enumerable.Range(0, hands).Select(_ => Task.Run(async () =>
        {
            await foreach (var job in _waiting.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (closing.IsCancellationRequested)
                {
                    return;
                }

                await work(job);
            }
        })));
    }

    /// <summary>Puts a job at the end of the row.</summary>
    public void Add(LiveJob job) => _waiting.Writer.TryWrite(job);

    /// <summary>Waits until all hands rest, after closing.</summary>
    public Task Rest()
    {
        _waiting.Writer.TryComplete();
        return _hands;
    }
}
