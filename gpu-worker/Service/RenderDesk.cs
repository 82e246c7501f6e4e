using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Assets;
using SoraFunctions.Service.Jobs;
using SoraFunctions.Service.Telemetry;

namespace SoraFunctions.Service;

/// <summary>
/// The worker: keeps assets and jobs in a folder and does the jobs in turn. Whatever was accepted survives a kill; a new desk over
/// the same folder goes on with it and repeats nothing that was finished. A finished job is forgotten together with its outputs,
/// when those are evicted.
/// </summary>
public sealed partial class RenderDesk : IWorker, IAsyncDisposable
{
    /// <summary>The longest wait that <see cref="Status"/> grants.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private const long MostBudget = 64L << 30;

    private readonly DeskOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly IReadOnlyDictionary<string, IEngine> _engines;
    private readonly AssetStore _assets;
    private readonly JobFiles _files;
    private readonly JobRun _run;
    private readonly ConcurrentDictionary<string, LiveJob> _live = new();
    private readonly SemaphoreSlim _door = new(1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Lane _shots;
    private readonly Lane _cuts;

    /// <summary>Opens the desk and takes up what was left unfinished.</summary>
    /// <param name="options">Where and how it works.</param>
    /// <param name="engines">What renders shots, by <see cref="IEngine.Name"/>.</param>
    /// <param name="cut">What makes cuts.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="log">Where failures are told; null for nowhere.</param>
    public RenderDesk(
        DeskOptions options, IEnumerable<IEngine> engines, CutMaker cut, TimeProvider? time = null, ILogger<RenderDesk>? log = null)
    {
        _options = options;
        _time = time ?? TimeProvider.System;
        _log = log ?? (ILogger)NullLogger.Instance;
        _engines = engines.ToDictionary(engine => engine.Name);
        Directory.CreateDirectory(options.Folder);
        Budget = options.DiskBudget ?? Math.Min(MostBudget, new DriveInfo(Path.GetFullPath(options.Folder)).TotalSize * 7 / 10);
        _assets = new AssetStore(options.Folder, Budget, _time);
        _files = new JobFiles(options.Folder);
        var work = Path.Combine(options.Folder, "work");
        if (Directory.Exists(work))
        {
            Directory.Delete(work, recursive: true);
        }

        _run = new JobRun(work, _assets, _engines, cut);
        _shots = new Lane(options.Shots, Work, _closing.Token);
        _cuts = new Lane(options.Cuts, Work, _closing.Token);
        var left = _files.Unfinished();
        _assets.Pin(left.SelectMany(old => old.Job.Inputs));
        foreach (var (key, job) in left)
        {
            Line(key, job);
        }
    }

    /// <summary>Bytes that assets may take.</summary>
    public long Budget { get; }

    /// <summary>Bytes that assets take.</summary>
    public long Used => _assets.Used;

    /// <summary>How the desk works.</summary>
    public DeskOptions Options => _options;

    /// <summary>Jobs accepted and not finished.</summary>
    public int Unfinished => _live.Count;

    /// <inheritdoc/>
    public Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<EngineInfo>>(
        
    [
        .. _engines.Values.Select(engine => new EngineInfo(engine.Name, engine.Version) { Abilities = engine.Abilities })
            .OrderBy(engine => engine.Name, StringComparer.Ordinal),
    ]);

    /// <inheritdoc/>
    public Task<bool> Has(string sha256, CancellationToken cancellation) => Task.FromResult(_assets.Has(sha256));

    /// <inheritdoc/>
    /// <remarks>Fails with <see cref="WorkerException"/> <c>out_of_space</c> when nothing can make room for it.</remarks>
    public async Task Put(string sha256, Stream content, CancellationToken cancellation)
    {
        try
        {
            await _assets.Put(sha256, content, cancellation);
        }
        catch (IOException failure) when (Failure.IsDiskFull(failure))
        {
            throw new WorkerException(Failure.DiskFull, failure);
        }
    }

    /// <inheritdoc/>
    public Task<Stream> Open(string sha256, CancellationToken cancellation) => Task.FromResult<Stream>(_assets.Open(sha256));

    /// <inheritdoc/>
    /// <remarks>
    /// A job that can't be begun, for want of an asset or an engine, is answered with that error and not kept. Fails with
    /// <see cref="WorkerException"/> <c>busy</c> when the queue is full.
    /// </remarks>
    public async Task<RenderStatus> Submit(string key, RenderJob job, CancellationToken cancellation)
    {
        JobKey.Check(key);
        await _door.WaitAsync(cancellation);
        try
        {
            return Known(key) is { } known && known is not { State: RenderState.Failed, Error.Transient: true } ? known : Accept(key, job);
        }
        finally
        {
            _door.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation)
    {
        JobKey.Check(key);
        wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks));
        return _live.TryGetValue(key, out var live) ? await live.Past(seen, wait, _time, cancellation) : Finished(key);
    }

    /// <inheritdoc/>
    /// <remarks>The job then fails as <c>cancelled</c>; a running engine gets a moment to let go.</remarks>
    public Task Cancel(string key, CancellationToken cancellation)
    {
        JobKey.Check(key);
        if (_live.TryGetValue(key, out var live))
        {
            live.Cancel();
            if (live.Claim())
            {
                End(live, Failed(key, Failure.Cancelled));
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Stops in good order: what is unfinished is left for the next desk over the same folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_shots.Rest(), _cuts.Rest());
    }

    private RenderStatus? Known(string key) =>
        _live.TryGetValue(key, out var live) && !live.IsFinished ? live.Status : Finished(key);

    private RenderStatus? Finished(string key)
    {
        var status = _files.Finished(key);
        if (status is { State: RenderState.Completed } && !status.Outputs.All(output => _assets.Has(output.Sha256)))
        {
            _files.Forget(key);
            return null;
        }

        return status;
    }

    private RenderStatus Accept(string key, RenderJob job)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        if (_live.Count >= _options.QueueLimit)
        {
            throw new WorkerException(new RenderError(
                "busy", $"{_live.Count} jobs are unfinished, the most that this worker takes; ask again later", true));
        }

        _assets.Pin(job.Inputs);
        var taken = false;
        try
        {
            if (_run.Refusal(job) is { } refusal)
            {
                return Failed(key, refusal);
            }

            _files.Accept(key, job);
            taken = true;
        }
        catch (IOException failure) when (Failure.IsDiskFull(failure))
        {
            throw new WorkerException(Failure.DiskFull, failure);
        }
        finally
        {
            if (!taken)
            {
                _assets.Unpin(job.Inputs);
            }
        }

        return Line(key, job).Status;
    }

    private LiveJob Line(string key, RenderJob job)
    {
        var live = new LiveJob(key, job) { Accepted = _time.GetTimestamp() };
        _live[key] = live;
        (job is CutJob ? _cuts : _shots).Add(live);
        return live;
    }

    private async Task Work(LiveJob live)
    {
        if (!live.Claim())
        {
            return;
        }

        live.Set(live.Status with { State = RenderState.Running });
        var begun = _time.GetTimestamp();
        using var span = DeskTraces.Begin(live, _time.GetElapsedTime(live.Accepted, begun));
        using var stuck = new CancellationTokenSource(_options.Patience, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(live.Cancelled, _closing.Token, stuck.Token);
        live.Stirred = () => stuck.CancelAfter(_options.Patience);
        RenderStatus end;
        try
        {
            if (_files.Begin(live.Key) > _options.Attempts)
            {
                throw new WorkerException(new RenderError(
                    "internal", $"the worker died {_options.Attempts} times while it was on this job", false));
            }

            end = _run.Refusal(live.Job) is { } refusal ? Failed(live.Key, refusal) : await _run.Do(live, stop.Token);
        }
        catch (OperationCanceledException) when (live.Cancelled.IsCancellationRequested)
        {
            end = Failed(live.Key, Failure.Cancelled);
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            LayDown(live);
            return;
        }
        catch (OperationCanceledException) when (stuck.IsCancellationRequested)
        {
            end = Failed(live.Key, Failure.Stuck(_options.Patience));
        }
        catch (Exception failure)
        {
            LogFailure(live.Key, failure);
            end = Failed(live.Key, Failure.Of(failure, live.Job));
        }

        live.Stirred = () => { };
        DeskTraces.End(span, live, end, _time.GetElapsedTime(begun));
        End(live, end);
        _assets.Unpin(end.Outputs.Select(output => output.Sha256));
    }

    private void End(LiveJob live, RenderStatus end)
    {
        try
        {
            _files.Finish(end);
        }
        catch (IOException failure)
        {
            // Not kept, so not finished: whoever waits may ask again, and a restart begins it again.
            LogFailure(live.Key, failure);
            end = Failed(live.Key, Failure.Of(failure, live.Job));
        }

        live.Set(end);
        _live.TryRemove(KeyValuePair.Create(live.Key, live));
        _assets.Unpin(live.Job.Inputs);
    }

    private void LayDown(LiveJob live)
    {
        try
        {
            _files.LayDown(live.Key);
        }
        catch (IOException failure)
        {
            LogFailure(live.Key, failure);
        }
    }

    private static RenderStatus Failed(string key, RenderError error) => new() { Key = key, State = RenderState.Failed, Error = error };

    [LoggerMessage(LogLevel.Error, "Job {Key} failed")]
    private partial void LogFailure(string key, Exception failure);
}
