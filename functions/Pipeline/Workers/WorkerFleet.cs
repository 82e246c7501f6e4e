using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Workers;

/// <summary>
/// The workers of a deployment: one does everything, and others, such as those with GPUs, the shots of engines of their own. They need
/// not share a store.
/// </summary>
/// <param name="home">Does everything that is not for another.</param>
/// <param name="byEngine">Whose engine it is, by its name; may be empty.</param>
public sealed class WorkerFleet(IWorker home, IReadOnlyDictionary<string, IWorker> byEngine)
{
    /// <summary>One worker for everything.</summary>
    /// <param name="worker">It.</param>
    public WorkerFleet(IWorker worker)
        : this(worker, new Dictionary<string, IWorker>())
    {
    }

    /// <summary>One worker for everything but some engines.</summary>
    /// <param name="home">Does everything that is not for another.</param>
    /// <param name="addresses">Where the others are, by engine.</param>
    /// <param name="open">Opens the way to an address; called once for each.</param>
    public static WorkerFleet Over(IWorker home, IReadOnlyDictionary<string, Uri> addresses, Func<Uri, IWorker> open)
    {
        var workers = addresses.Values.Distinct().ToDictionary(address => address, open);
        return new WorkerFleet(home, addresses.ToDictionary(own => own.Key, own => workers[own.Value]));
    }

    /// <summary>Who does a job.</summary>
    /// <param name="job">Which.</param>
    public IWorker For(RenderJob job) =>
        job is ShotJob { Order.Engine: var engine } && byEngine.TryGetValue(engine, out var own) ? own : home;

    /// <summary>Has all workers delete assets. One that does not answer deletes them itself when nobody has used them for long.</summary>
    /// <param name="hashes">Their content hashes.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task Forget(IReadOnlyCollection<string> hashes, CancellationToken cancellation)
    {
        foreach (var worker in hashes.Count == 0 ? [] : byEngine.Values.Prepend(home).Distinct())
        {
            try
            {
                foreach (var hash in hashes)
                {
                    await worker.Forget(hash, cancellation);
                }
            }
            catch (Exception silent) when (silent is WorkerException or IOException or HttpRequestException)
            {
                // What is left goes by the worker's own clock.
            }
        }
    }

    /// <summary>
    /// The engines of all. A worker is asked for its own only where nobody else has told of them: asking may wake a machine that costs money.
    /// </summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="WorkerException">One that had to be asked does not answer.</exception>
    public async Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation)
    {
        var known = await home.Engines(cancellation);
        var silent = byEngine.Where(own => known.All(engine => engine.Name != own.Key)).ToLookup(own => own.Value, own => own.Key);
        foreach (var worker in silent)
        {
            known = [.. known, .. (await worker.Key.Engines(cancellation)).Where(engine => worker.Contains(engine.Name))];
        }

        return known;
    }

    /// <summary>The engines of those that answer.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<EngineInfo>> Answering(CancellationToken cancellation)
    {
        var known = await Answer(home, cancellation);
        var silent = byEngine.Where(own => known.All(engine => engine.Name != own.Key)).ToLookup(own => own.Value, own => own.Key);
        foreach (var worker in silent)
        {
            known = [.. known, .. (await Answer(worker.Key, cancellation)).Where(engine => worker.Contains(engine.Name))];
        }

        return known;
    }

    private static async Task<IReadOnlyList<EngineInfo>> Answer(IWorker worker, CancellationToken cancellation)
    {
        try
        {
            return await worker.Engines(cancellation);
        }
        catch (Exception silent) when (silent is WorkerException or IOException or HttpRequestException)
        {
            return [];
        }
    }
}
