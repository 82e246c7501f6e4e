using System.Runtime.CompilerServices;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>
/// Has a worker decode. It is told nothing but which frames to take: the key of the marks never goes there. A file that was decoded
/// before is not decoded again while the worker still has its frames.
/// </summary>
/// <param name="worker">Who decodes.</param>
internal sealed class WorkerFrames(IWorker worker) : IFrameSource
{
    private static readonly TimeSpan _longPoll = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async IAsyncEnumerable<LumaFrame> Read(FileInfo file, string sha256, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var frames = await Taken(file, sha256, cancellation);
        await foreach (var frame in Y4mReader.Read(frames, cancellation))
        {
            yield return frame;
        }
    }

    private async Task<Stream> Taken(FileInfo file, string sha256, CancellationToken cancellation)
    {
        var job = new FramesJob(new FramesOrder(sha256, IFrameSource.FramesPerSecond, IFrameSource.MostSeconds, IFrameSource.MostShortSide));
        var key = StageResults.KeyOf("Frames/1", job, ContractJson.Default.RenderJob);
        try
        {
            if (!await worker.Has(sha256, cancellation))
            {
                await using var content = file.OpenRead();
                await worker.Put(sha256, content, cancellation);
            }

            var status = await worker.Submit(key, job, new Turn { Party = "verify" }, cancellation);
            while (status.State is RenderState.Queued or RenderState.Running)
            {
                status = await worker.Status(key, status.Progress, _longPoll, cancellation) ?? throw new IOException("The worker has forgotten the job.");
            }

            return status switch
            {
                { State: RenderState.Completed } => await worker.Open(status.Outputs.Single(output => output.Name == OutputNames.Frames).Sha256, cancellation),
                { Error: { Transient: false } final } => throw new InvalidDataException(final.Message),
                _ => throw new IOException("The worker could not decode the file now."),
            };
        }
        catch (Exception unreachable) when (unreachable is WorkerException or HttpRequestException or FileNotFoundException)
        {
            throw new IOException("No worker could be reached that decodes the picture.", unreachable);
        }
        catch (OperationCanceledException)
        {
            await GiveUp(key);
            throw;
        }
    }

    private async Task GiveUp(string key)
    {
        try
        {
            await worker.Cancel(key, CancellationToken.None);
        }
        catch (Exception unreachable) when (unreachable is WorkerException or HttpRequestException or IOException)
        {
            // It ends by itself.
        }
    }
}
