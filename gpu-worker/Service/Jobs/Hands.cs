namespace SoraFunctions.Service.Jobs;

/// <summary>A few hands that take jobs of some kinds in turn, whenever the bell of the board rings.</summary>
internal sealed class Hands
{
    private readonly Task _hands;

    /// <summary>Sets them to work.</summary>
    /// <param name="count">Jobs done side by side, at least 1.</param>
    /// <param name="board">Whose bell wakes them.</param>
    /// <param name="take">Takes the job whose turn it is; null when none is to be had.</param>
    /// <param name="work">Does it; never fails.</param>
    /// <param name="prepared">No job is taken before this is done, nor where it fails.</param>
    /// <param name="closing">No job is taken from then on.</param>
    public Hands(int count, JobBoard board, Func<OpenJob?> take, Func<OpenJob, Task> work, Task prepared, CancellationToken closing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        _hands = Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(async () =>
        {
            await prepared.WaitAsync(closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (!closing.IsCancellationRequested && prepared.IsCompletedSuccessfully)
            {
                var bell = board.Bell;
                if (take() is { } job)
                {
                    await work(job);
                }
                else
                {
                    await bell.WaitAsync(closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        })));
    }

    /// <summary>Jobs done side by side.</summary>
    public int Count { get; }

    /// <summary>Done when all hands rest, after closing.</summary>
    public Task Rest => _hands;
}
