using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Jobs;

/// <summary>Gives out the jobs of the board in the order of <see cref="Row"/>, and tells how soon there will be room.</summary>
internal sealed class Rotation(JobBoard board, JobWork work, TimeProvider time)
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _lastTurn = [];
    private readonly Queue<long> _begun = new();
    private long _turn;

    /// <summary>Takes the job whose turn it is, held; null when none of these kinds waits.</summary>
    public OpenJob? Take(Func<RenderJob, bool> kind)
    {
        lock (_lock)
        {
            var free = board.Jobs.Where(job => kind(job.Ticket.Job) && work.IsFree(job)).ToDictionary(job => job.Key);
            var atWork = board.Jobs.Where(job => job.IsHeld || (job.Ticket.Owner is not null && !free.ContainsKey(job.Key)))
                .GroupBy(job => job.Ticket.Turn.Party).ToDictionary(party => party.Key, party => party.Count());
            var next = Row.Next(free.Values.Select(Waiting), atWork, _lastTurn);
            if (next is null || !free[next.Key].TryHold())
            {
                return null;
            }

            if (_lastTurn.Count > 10_000)
            {
                // Parties that are long gone; the others begin a new round.
                _lastTurn.Clear();
            }

            _lastTurn[next.Party] = ++_turn;
            _begun.Enqueue(time.GetTimestamp());
            if (_begun.Count > 32)
            {
                _begun.Dequeue();
            }

            return free[next.Key];
        }
    }

    /// <summary>Time in which a tenth of the row should be gone, by the pace at which jobs were begun here of late: 1 to 60 s.</summary>
    public TimeSpan UntilRoom(int atLeast)
    {
        lock (_lock)
        {
            if (_begun.Count < 2)
            {
                return TimeSpan.FromSeconds(10);
            }

            var each = time.GetElapsedTime(_begun.Peek()) / _begun.Count;
            var wait = each * Math.Max(atLeast, board.Count / 10);
            return wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > _longestWait ? _longestWait : wait;
        }
    }

    private Row.Waiting Waiting(OpenJob job) => new(
        job.Key, job.Ticket.Turn.Priority, job.Ticket.Turn.Party, job.Ticket.Accepted, time.GetElapsedTime(job.FirstSeen));
}
