using Microsoft.Extensions.Logging;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Assets;
using SoraFunctions.Service.Stores;
using SoraFunctions.Service.Telemetry;

namespace SoraFunctions.Service.Jobs;

/// <summary>What this replica does with a job whose turn it is: takes it, runs it within its limits, and puts its end.</summary>
internal sealed partial class JobWork(
    string owner, DeskOptions options, JobBoard board, JobRecords records, DeskAssets assets, JobRun run, MemoryWatch memory, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan _breath = TimeSpan.FromSeconds(1);

    /// <summary>Whether a job waits for somebody to work on it.</summary>
    public bool IsFree(OpenJob job) => !job.IsClosed && !job.IsHeld && (job.Ticket.Owner is null || IsAbandoned(job));

    /// <summary>Does a job that this replica holds; never fails.</summary>
    /// <param name="job">The job.</param>
    /// <param name="stop">Lays the work down.</param>
    public async Task Do(OpenJob job, CancellationToken stop)
    {
        try
        {
            if (await Claim(job, stop))
            {
                await Work(job, stop);
            }
        }
        catch (StoreUnavailableException failure)
        {
            LogFailure(job.Key, failure);
            await Task.Delay(_breath, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Taken and not yet begun: whoever comes next finds it so.
        }
        catch (Exception failure)
        {
            LogFailure(job.Key, failure);
            await End(job, Failed(job, Failure.Of(failure, job.Ticket.Job)));
        }
        finally
        {
            job.LetGo();
            board.Ring();
        }
    }

    /// <summary>Ends a job that nobody works on as cancelled; false when somebody was quicker to take it.</summary>
    public async Task<bool> EndCancelled(OpenJob job, CancellationToken cancellation)
    {
        var mine = job.Ticket.TakenBy(owner, time.GetUtcNow()) with { Cancelled = true };
        if (await records.Replace(mine, job.Tag, cancellation) is not { } tag)
        {
            return false;
        }

        job.Update(mine, tag);
        await End(job, Failed(job, Failure.Cancelled));
        return true;
    }

    /// <summary>Leaves what the process says as it dies on the tickets of the jobs that it works on, as far as there is time.</summary>
    public void LeaveLastWords(string words)
    {
        try
        {
            Task.WhenAll(board.Jobs.Where(job => job.Place is not null).Select(job => Task.Run(() =>
                records.Replace(job.Ticket.Dying(words), job.Tag, CancellationToken.None)))).Wait(_breath * 3);
        }
        catch (AggregateException)
        {
            // The process dies of something else.
        }
    }

    // A desk that is alone knows that whoever owned a job that nobody here works on is gone.
    private bool IsAbandoned(OpenJob job) =>
        options.Store is null || time.GetElapsedTime(job.LastChanged) >= options.Lease;

    private async Task<bool> Claim(OpenJob job, CancellationToken stop)
    {
        var found = job.Ticket;
        var mine = found.TakenBy(owner, time.GetUtcNow());
        if (await records.Replace(mine, job.Tag, stop) is not { } tag)
        {
            await Reread(job, stop);
            return false;
        }

        job.Update(mine, tag);
        if (found.Owner is not null)
        {
            DeskMeter.Takeovers.Add(1);
            LogTakeover(job.Key, found.Owner, found.Progress, owner);
        }

        // Asked for by somebody who did not see it end, or finished by an owner who died before it closed it.
        if (await records.End(job.Key, stop) is { } end)
        {
            await End(job, end);
            return false;
        }

        return true;
    }

    private async Task Work(OpenJob job, CancellationToken stop)
    {
        var died = job.Ticket.Attempts.Count - 1;
        if (job.Ticket.Cancelled)
        {
            await End(job, Failed(job, Failure.Cancelled));
            return;
        }

        if (died >= options.Attempts)
        {
            await records.SetAside(new Quarantine(job.Ticket with { Attempts = [.. job.Ticket.Attempts.SkipLast(1)] }, time.GetUtcNow()), stop);
            DeskMeter.Quarantined.Add(1);
            await End(job, Failed(job, Failure.Quarantined(job.Key, died)));
            return;
        }

        var begun = time.GetTimestamp();
        using var span = DeskTraces.Begin(job, time.GetElapsedTime(job.FirstSeen, begun));
        await using var lease = new Lease(job, records, options.Store is not null, options.Beat, time);
        var end = await Run(job, lease, stop);
        DeskTraces.End(span, job, end, time.GetElapsedTime(begun));
        if (end is not null)
        {
            await End(job, end);
            assets.Unpin(end.Outputs.Select(output => output.Sha256));
            return;
        }

        await lease.DisposeAsync();
        if (lease.Lost.IsCancellationRequested)
        {
            await Reread(job, CancellationToken.None);
        }
        else
        {
            await LayDown(job);
        }
    }

    /// <summary>The end of a run; null when it was laid down or is another replica's by now.</summary>
    private async Task<RenderStatus?> Run(OpenJob job, Lease lease, CancellationToken stop)
    {
        using var limits = new RunLimits(job, options, memory, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(job.Cancelled, stop, lease.Lost, limits.Passed);
        try
        {
            return await run.Refusal(job.Ticket.Job, any.Token) is { } refusal ? Failed(job, refusal) : await run.Do(job, any.Token);
        }
        catch (OperationCanceledException) when (job.Cancelled.IsCancellationRequested)
        {
            return Failed(job, Failure.Cancelled);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested || lease.Lost.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException) when (limits.Error is not null)
        {
            return Failed(job, limits.Error);
        }
        catch (Exception failure)
        {
            LogFailure(job.Key, failure);
            return lease.Lost.IsCancellationRequested ? null : Failed(job, Failure.Of(failure, job.Ticket.Job));
        }
    }

    private async Task End(OpenJob job, RenderStatus end)
    {
        try
        {
            var put = await Outage.Outlast(() => records.Finish(end, CancellationToken.None), options.Outage, time, CancellationToken.None);
            end = put.Stands;
            if (put.First)
            {
                LogEnd(job.Key, end.State, end.Error?.Code ?? "ok", owner);
            }
        }
        catch (IOException failure)
        {
            // Not kept, so not finished: whoever waits may ask again, and a restart or another replica begins it again.
            LogFailure(job.Key, failure);
            end = Failed(job, Failure.Of(failure, job.Ticket.Job));
        }

        Close(job, end);
    }

    private async Task LayDown(OpenJob job)
    {
        try
        {
            // A beat that was cut off may have come through all the same.
            for (var tries = 0; tries < 2 && job.Ticket.Owner == owner; tries++)
            {
                var free = job.Ticket.LaidDown();
                if (await records.Replace(free, job.Tag, CancellationToken.None) is { } tag)
                {
                    job.Update(free, tag);
                    return;
                }

                await Reread(job, CancellationToken.None);
            }
        }
        catch (IOException failure)
        {
            LogFailure(job.Key, failure);
        }
    }

    private async Task Reread(OpenJob job, CancellationToken cancellation)
    {
        switch (await records.Read(job.Key, cancellation))
        {
            case (null, null):
                Close(job, null);
                break;
            case ({ } ticket, { } tag):
                job.Update(ticket, tag);
                break;
        }
    }

    private void Close(OpenJob job, RenderStatus? end)
    {
        job.Close(end);
        if (board.Remove(job) && options.Store is null)
        {
            assets.Unpin(job.Ticket.Job.Inputs);
        }
    }

    private static RenderStatus Failed(OpenJob job, RenderError error) => Failure.Status(job.Key, error);

    [LoggerMessage(LogLevel.Information, "Job {Key} ended as {State}, {Code}, by {Owner}")]
    private partial void LogEnd(string key, RenderState state, string code, string owner);

    [LoggerMessage(LogLevel.Warning, "Job {Key} is taken over from {Former}, who fell silent at {Progress}, by {Owner}")]
    private partial void LogTakeover(string key, string former, double progress, string owner);

    [LoggerMessage(LogLevel.Error, "Job {Key} failed")]
    private partial void LogFailure(string key, Exception failure);
}
