using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Has a worker do a job: brings it what it lacks, waits, and takes home what it made.</summary>
/// <param name="fleet">Who works.</param>
/// <param name="blobs">Where inputs come from and outputs go.</param>
public sealed class WorkerJobs(WorkerFleet fleet, IBlobStore blobs)
{
    private static readonly TimeSpan _longPoll = TimeSpan.FromSeconds(30);

    /// <summary>Has an engine of the worker film a shot.</summary>
    /// <inheritdoc cref="Do"/>
    public async Task<RenderedShot> Film(
        string tenant, string key, ShotOrder order, Func<double, Task> progress, CancellationToken cancellation)
    {
        var made = await Do(tenant, key, new ShotJob(order), progress, cancellation);
        return new RenderedShot(made.Files[OutputNames.Clip].Sha256, made.Files[OutputNames.Log].Sha256, made.Warnings)
        {
            Work = ShotWork.Of(order, made),
        };
    }

    /// <summary>Does a job and stores its outputs as blobs of the tenant.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="key">Name and version of the stage: with the job, the worker's key.</param>
    /// <param name="job">What to do.</param>
    /// <param name="progress">Is told the done part, 0 to 1.</param>
    /// <param name="cancellation">Gives the job up.</param>
    /// <exception cref="FinalException">The job can't be done.</exception>
    /// <exception cref="IOException">It may be done another time.</exception>
    public async Task<WorkerResult> Do(
        string tenant, string key, RenderJob job, Func<double, Task> progress, CancellationToken cancellation)
    {
        var worker = fleet.For(job);
        var home = new TenantBlobs(blobs, tenant);
        foreach (var sha256 in job.Inputs)
        {
            await Bring(worker, home, sha256, cancellation);
        }

        var id = StageResults.KeyOf($"{tenant}/{key}", job, ContractJson.Default.RenderJob);
        try
        {
            var status = await worker.Submit(id, job, TurnOf(tenant, job), cancellation);
            while (status.State is RenderState.Queued or RenderState.Running)
            {
                await progress(status.Progress);
                status = await worker.Status(id, status.Progress, _longPoll, cancellation)
                    ?? throw new IOException("The worker has forgotten the job; it will be asked again.");
            }

            return status.State == RenderState.Completed
                ? new WorkerResult(await TakeHome(worker, home, status.Outputs, cancellation), status.Warnings) { Took = status.Took }
                : throw Failure(status.Error);
        }
        catch (OperationCanceledException)
        {
            await worker.Cancel(id, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Tenants take turns; clips of final quality are not waited for by the minute.</summary>
    private static Turn TurnOf(string tenant, RenderJob job) => new()
    {
        Priority = job is ShotJob { Order.Quality: Quality.Final } ? Priority.Batch : Priority.Interactive,
        Party = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tenant)))[..16],
    };

    private static async Task Bring(IWorker worker, TenantBlobs home, string sha256, CancellationToken cancellation)
    {
        if (!await worker.Has(sha256, cancellation))
        {
            await using var content = await home.Open(sha256, cancellation);
            await worker.Put(sha256, content, cancellation);
        }
    }

    private async Task<Dictionary<string, BlobRef>> TakeHome(
        IWorker worker, TenantBlobs home, IReadOnlyList<RenderOutput> outputs, CancellationToken cancellation)
    {
        var files = new Dictionary<string, BlobRef>(outputs.Count);
        foreach (var output in outputs)
        {
            var path = home.PathOf(output.Sha256);
            if (!await blobs.Refresh(path, cancellation))
            {
                await using var content = await worker.Open(output.Sha256, cancellation);
                await blobs.PutIfAbsent(path, content, output.MediaType, cancellation);
            }

            files[output.Name] = new BlobRef(path, output.Sha256, output.Length, output.MediaType);
        }

        return files;
    }

    private static Exception Failure(RenderError? error) => error switch
    {
        null => new IOException("The worker gave no reason."),
        { Transient: true } => new IOException(error.Message),
        _ => new FinalException(error.Code, error.Message),
    };
}
