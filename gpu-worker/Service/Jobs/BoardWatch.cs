using Microsoft.Extensions.Logging;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Jobs;

/// <summary>Keeps the board like the store, where other replicas take, change and finish jobs too.</summary>
internal sealed partial class BoardWatch(JobBoard board, JobRecords records, DeskOptions options, TimeProvider time, ILogger log)
{
    private readonly LookPace _pace = new(options.Look, options.Lease);
    private long _looked = time.GetTimestamp();

    /// <summary>Why the last look failed; null when it did not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Looks again and again; never fails.</summary>
    public async Task Watch(CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await Look(closing);
                Trouble = null;
            }
            catch (IOException failure)
            {
                Trouble = failure.Message;
                LogTrouble(failure);
            }
            catch (OperationCanceledException) when (closing.IsCancellationRequested)
            {
                return;
            }

            board.Ring();
            await Pause(closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Whoever idles looks seldom, and at once when this replica is given a job: then others may have some too.
    private Task Pause(CancellationToken closing)
    {
        var bell = board.Bell;
        var idle = board.Count == 0 && Trouble is null;
        var pause = _pace.Next(!idle);
        return idle ? bell.WaitAsync(pause, time, closing) : Task.Delay(pause, time, closing);
    }

    /// <summary>Looks once.</summary>
    internal async Task Look(CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        var listed = await records.List(cancellation);

        // Whoever could not look, for an outage or because this process stood still, has not seen the others' silence either.
        if (time.GetElapsedTime(_looked) > options.Lease / 2)
        {
            foreach (var job in board.Jobs)
            {
                job.Forgive();
            }
        }

        _looked = time.GetTimestamp();
        foreach (var (key, tag) in listed)
        {
            if (board.Find(key)?.Tag != tag && await records.Read(key, cancellation) is ({ } ticket, { } read) && board.Find(key) is not { IsHeld: true })
            {
                board.Put(ticket, read);
            }
        }

        var open = listed.Select(one => one.Key).ToHashSet();
        foreach (var job in board.Jobs)
        {
            if (!open.Contains(job.Key) && !job.IsHeld && job.LastChanged < begun)
            {
                job.Close(null);
                board.Remove(job);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The store can't be looked into; what runs goes on")]
    private partial void LogTrouble(Exception failure);
}
