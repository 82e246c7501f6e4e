using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Contract;

/// <summary>
/// The worker as its callers see it, in process or over HTTP: a store of assets by content hash, and jobs by key. Every call may
/// be repeated without harm.
/// </summary>
public interface IWorker
{
    /// <summary>The engines that it has installed.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation);

    /// <summary>Whether the asset is there.</summary>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<bool> Has(string sha256, CancellationToken cancellation);

    /// <summary>Puts an asset. Fails with <see cref="InvalidDataException"/> when the bytes do not have that hash.</summary>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="content">Its bytes, read from the present position to the end.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    Task Put(string sha256, Stream content, CancellationToken cancellation);

    /// <summary>Opens an asset for reading. Fails with <see cref="FileNotFoundException"/> when it is not there.</summary>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<Stream> Open(string sha256, CancellationToken cancellation);

    /// <summary>Deletes an asset, as its owner wants it gone. Nothing happens when it is not there; one that a job needs stays until it is asked again.</summary>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task Forget(string sha256, CancellationToken cancellation);

    /// <summary>
    /// Asks for a job, unless one is known by that key already: then its status is given and the new job is not looked at. A key
    /// whose job failed transiently starts it anew.
    /// </summary>
    /// <param name="key">Content hash of the job and the engine's version.</param>
    /// <param name="job">What to do.</param>
    /// <param name="turn">Where it stands in the row.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation);

    /// <summary>
    /// The status of a job, as soon as it is finished, has moved on from <paramref name="seen"/>, or the wait is over; null when
    /// no job is known by that key.
    /// </summary>
    /// <param name="key">The job's key.</param>
    /// <param name="seen">The progress that the caller knows.</param>
    /// <param name="wait">How long to wait at most, 0 to 60 s.</param>
    /// <param name="cancellation">Stops waiting, not the job.</param>
    Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation);

    /// <summary>Gives a job up. Nothing happens when it is finished or unknown.</summary>
    /// <param name="key">The job's key.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task Cancel(string key, CancellationToken cancellation);
}
