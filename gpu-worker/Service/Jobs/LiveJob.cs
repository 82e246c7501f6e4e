using System.Diagnostics;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Jobs;

/// <summary>An unfinished job in memory: how far it is, who waits for it to move, and whether it was given up.</summary>
internal sealed class LiveJob(string key, RenderJob job) : IProgress<double>
{
    /// <summary>Steps smaller than this wake nobody.</summary>
    private const double Step = 0.01;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cancelled = new();
    private bool _claimed;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Key => key;

    public RenderJob Job => job;

    /// <summary>The span in which it was submitted; empty for one taken up after a restart.</summary>
    public ActivityContext Submitter { get; } = Activity.Current?.Context ?? default;

    /// <summary>When it was accepted, as <see cref="TimeProvider.GetTimestamp"/> counts.</summary>
    public long Accepted { get; init; }

    /// <summary>Called with every sign of life, however small.</summary>
    public Action Stirred { get; set; } = () => { };

    /// <summary>Fires when the job is given up.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    public RenderStatus Status { get; private set; } = new() { Key = key, State = RenderState.Queued };

    public bool IsFinished => IsEnd(Status.State);

    public static bool IsEnd(RenderState state) => state is RenderState.Completed or RenderState.Failed;

    public void Cancel() => _cancelled.Cancel();

    /// <summary>True for the first caller only: that one works on the job, or ends it unworked.</summary>
    public bool Claim() => !Interlocked.Exchange(ref _claimed, true);

    /// <summary>Changes the status and wakes those who wait. The end is final.</summary>
    public void Set(RenderStatus status)
    {
        lock (_lock)
        {
            if (IsFinished)
            {
                return;
            }

            Status = status;
            _moved.SetResult();
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Report(double value)
    {
        Stirred();
        lock (_lock)
        {
            var progress = Math.Clamp(value, 0, 1);
            if (Status.State == RenderState.Running && progress >= Status.Progress + Step)
            {
                Set(Status with { Progress = progress });
            }
        }
    }

    /// <summary>The status, once it is an end or past <paramref name="seen"/>, or the wait is over.</summary>
    public async Task<RenderStatus> Past(double seen, TimeSpan wait, TimeProvider time, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        while (true)
        {
            RenderStatus status;
            Task moved;
            lock (_lock)
            {
                (status, moved) = (Status, _moved.Task);
            }

            if (IsEnd(status.State) || status.Progress > seen)
            {
                return status;
            }

            try
            {
                await moved.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return Status;
            }
        }
    }
}
