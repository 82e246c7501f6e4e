using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Jobs;

/// <summary>An unfinished job as this replica knows it: its ticket, how far it is, who waits for it to move, and whether it is worked on here.</summary>
internal sealed class OpenJob(TimeProvider time, JobTicket ticket, string tag) : IProgress<double>
{
    /// <summary>Steps smaller than this wake nobody.</summary>
    private const double Step = 0.01;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cancelled = new();
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _held;
    private bool _closed;

    public string Key => Ticket.Key;

    public JobTicket Ticket { get; private set; } = ticket;

    /// <summary>Names the ticket's content in the store.</summary>
    public string Tag { get; private set; } = tag;

    /// <summary>When this replica first saw it, as <see cref="TimeProvider.GetTimestamp"/> counts: no two machines' clocks are compared.</summary>
    public long FirstSeen { get; } = time.GetTimestamp();

    /// <summary>When this replica last saw its ticket change.</summary>
    public long LastChanged { get; private set; } = time.GetTimestamp();

    /// <summary>Called with every sign of life, however small.</summary>
    public Action Stirred { get; set; } = () => { };

    /// <summary>The folder in which this replica works on it; null while it does not.</summary>
    public string? Place { get; set; }

    /// <summary>Fires when the job is given up.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>Where it stands; an end only once it is closed with a known one.</summary>
    public RenderStatus Status { get; private set; } = StatusOf(ticket);

    /// <summary>Whether it is finished, here or elsewhere.</summary>
    public bool IsClosed => Volatile.Read(ref _closed);

    /// <summary>Whether this replica works on it or is about to.</summary>
    public bool IsHeld => Volatile.Read(ref _held);

    public static bool IsEnd(RenderState state) => state is RenderState.Completed or RenderState.Failed;

    public void Cancel() => _cancelled.Cancel();

    /// <summary>True for the first caller only, until it lets go: that one works on the job, or ends it unworked.</summary>
    public bool TryHold() => !Interlocked.Exchange(ref _held, true);

    public void LetGo() => Volatile.Write(ref _held, false);

    /// <summary>Takes in a ticket that was read or written.</summary>
    public void Update(JobTicket ticket, string tag)
    {
        lock (_lock)
        {
            if (_closed || tag == Tag)
            {
                return;
            }

            (Ticket, Tag, LastChanged) = (ticket, tag, time.GetTimestamp());
            var status = StatusOf(ticket);
            if (status.State != Status.State || (!_held && status.Progress != Status.Progress))
            {
                Status = status;
                Wake();
            }
        }
    }

    /// <summary>Counts the owner's silence from now on.</summary>
    public void Forgive()
    {
        lock (_lock)
        {
            LastChanged = time.GetTimestamp();
        }
    }

    /// <summary>Closes the job and wakes those who wait; the first end stays.</summary>
    /// <param name="end">Its end; null when another replica came to it.</param>
    public void Close(RenderStatus? end)
    {
        lock (_lock)
        {
            if (!_closed)
            {
                Status = end ?? Status;
                _closed = true;
                Wake();
            }
        }
    }

    public void Report(double value)
    {
        Stirred();
        lock (_lock)
        {
            var progress = Math.Clamp(value, 0, 1);
            if (!_closed && Status.State == RenderState.Running && progress >= Status.Progress + Step)
            {
                Status = Status with { Progress = progress };
                Wake();
            }
        }
    }

    /// <summary>The status, once the job is closed or past <paramref name="seen"/>, or the wait is over.</summary>
    public async Task<RenderStatus> Past(double seen, TimeSpan wait, CancellationToken cancellation)
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
                if (_closed || status.Progress > seen)
                {
                    return status;
                }
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

    private static RenderStatus StatusOf(JobTicket ticket) => new()
    {
        Key = ticket.Key,
        State = ticket.Owner is null ? RenderState.Queued : RenderState.Running,
        Progress = ticket.Progress,
    };

    private void Wake()
    {
        _moved.SetResult();
        _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
