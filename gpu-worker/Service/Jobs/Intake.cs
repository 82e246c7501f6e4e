using System.Diagnostics;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Assets;
using SoraFunctions.Service.Telemetry;

namespace SoraFunctions.Service.Jobs;

/// <summary>Takes jobs in: what is known is answered, what is new is kept, and what can't be begun is refused.</summary>
internal sealed class Intake(
    DeskOptions options, JobBoard board, JobRecords records, DeskAssets assets, JobRun run, Rotation rotation, TimeProvider time, CancellationToken draining)
{
    /// <summary>Rounds of finding a job open and not finding it; others open and end it meanwhile, or it can't be read.</summary>
    private const int Rounds = 50;

    private long _lastAccepted;

    /// <summary>The status of a job that is known or kept now.</summary>
    public async Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation)
    {
        JobKey.Check(key);
        JobKey.CheckParty(turn.Party);
        for (var round = 0; round < Rounds; round++)
        {
            var known = await Known(key, cancellation);
            var answer = known is null or { State: RenderState.Failed, Error.Transient: true }
                ? await Accept(key, job, turn, again: known is not null, cancellation)
                : known;
            if (answer is not null)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), CancellationToken.None);
        }

        throw new WorkerException(Failure.Unreadable);
    }

    private async Task<RenderStatus?> Known(string key, CancellationToken cancellation) =>
        board.Find(key) is { IsClosed: false } open ? open.Status : await Finished(key, cancellation);

    /// <summary>The end of a job; null when there is none, or its outputs are gone and it is forgotten with them.</summary>
    public async Task<RenderStatus?> Finished(string key, CancellationToken cancellation)
    {
        var end = await records.End(key, cancellation);
        foreach (var output in end?.Outputs ?? [])
        {
            if (!await assets.Has(output.Sha256, cancellation))
            {
                await records.Forget(key, cancellation);
                return null;
            }
        }

        return end;
    }

    /// <summary>An unfinished job, of which the board may not know yet; null when there is none.</summary>
    public async Task<OpenJob?> Find(string key, CancellationToken cancellation) =>
        board.Find(key) ?? (options.Store is not null && await records.Read(key, cancellation) is ({ } ticket, { } tag) ? board.Put(ticket, tag) : null);

    /// <summary>Keeps a new job; null when another caller was quicker.</summary>
    private async Task<RenderStatus?> Accept(string key, RenderJob job, Turn turn, bool again, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(draining.IsCancellationRequested, this);
        if (board.Count >= options.QueueLimit)
        {
            DeskMeter.Refused.Add(1);
            throw new WorkerException(new RenderError(
                "busy", $"{board.Count} jobs are unfinished, the most that this worker takes; ask again later", true))
            {
                RetryAfter = rotation.UntilRoom(options.Shots),
            };
        }

        var alone = options.Store is null;
        if (alone)
        {
            assets.Pin(job.Inputs);
        }

        var taken = false;
        try
        {
            if (await run.Refusal(job, cancellation) is { } refusal)
            {
                return Failure.Status(key, refusal);
            }

            var ticket = new JobTicket
            {
                Key = key,
                Job = job,
                Turn = turn,
                Asking = Guid.NewGuid().ToString("n"),
                Accepted = NextMoment(),
                Trace = Activity.Current?.Id,
            };
            if (again)
            {
                await records.Forget(key, cancellation);
            }

            var tag = await Failure.TellFullDisk(() => records.Add(ticket, cancellation));

            // Where a desk is alone, what it once began and does not know any more is a run whose end could not be kept.
            if (tag is null && alone && await records.Read(key, cancellation) is ({ Owner: not null }, { } left) && board.Find(key) is null)
            {
                tag = await records.Replace(ticket, left, cancellation);
            }

            taken = tag is not null;
            return tag is not null ? board.Put(ticket, tag).Status
                : await Find(key, cancellation) is { IsClosed: false } open ? open.Status : null;
        }
        finally
        {
            if (alone && !taken)
            {
                assets.Unpin(job.Inputs);
            }
        }
    }

    /// <summary>Later than all before it on this replica, so that those who ask one after another stand in the row like that.</summary>
    private DateTimeOffset NextMoment()
    {
        var now = time.GetUtcNow().UtcTicks;
        long last, next;
        do
        {
            last = Interlocked.Read(ref _lastAccepted);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _lastAccepted, next, last) != last);
        return new DateTimeOffset(next, TimeSpan.Zero);
    }
}
