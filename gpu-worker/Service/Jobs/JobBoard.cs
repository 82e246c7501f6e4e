using System.Collections.Concurrent;

namespace SoraFunctions.Service.Jobs;

/// <summary>The unfinished jobs of all replicas, as this one knows them, and the bell that rings when they change.</summary>
internal sealed class JobBoard(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, OpenJob> _jobs = new();
    private TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The jobs, in no order.</summary>
    public IEnumerable<OpenJob> Jobs => _jobs.Values;

    /// <summary>How many there are.</summary>
    public int Count => _jobs.Count;

    /// <summary>Done at the next change. Ask for it before looking at what it is to tell of.</summary>
    public Task Bell => Volatile.Read(ref _rung).Task;

    /// <summary>A job by its key; null when none is known to be unfinished.</summary>
    public OpenJob? Find(string key) => _jobs.GetValueOrDefault(key);

    /// <summary>Takes in a ticket.</summary>
    public OpenJob Put(JobTicket ticket, string tag)
    {
        var job = _jobs.GetOrAdd(ticket.Key, _ => new OpenJob(time, ticket, tag));
        job.Update(ticket, tag);
        Ring();
        return job;
    }

    /// <summary>Takes a closed job off.</summary>
    public bool Remove(OpenJob job) => _jobs.TryRemove(KeyValuePair.Create(job.Key, job));

    /// <summary>Wakes those who wait for the bell.</summary>
    public void Ring() => Interlocked.Exchange(ref _rung, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
