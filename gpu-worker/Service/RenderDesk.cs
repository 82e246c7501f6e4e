using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Running;
using SoraFunctions.Service.Assets;
using SoraFunctions.Service.Jobs;
using SoraFunctions.Service.Stores;
using SoraFunctions.Service.Telemetry;

namespace SoraFunctions.Service;

/// <summary>
/// The worker: takes assets and jobs and does the jobs in turn, alone over a folder or as one of several replicas over a store. Whatever
/// was accepted survives a kill: it is taken over, and nothing that was finished is repeated. A finished job is forgotten together
/// with its outputs.
/// </summary>
public sealed class RenderDesk : IWorker, IAsyncDisposable
{
    /// <summary>The longest wait that <see cref="Status"/> grants.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private const long MostBudget = 64L << 30;

    private readonly string _owner = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("n")[..8]}";
    private readonly TimeProvider _time;
    private readonly EngineShelf _engines;
    private readonly DeskAssets _assets;
    private readonly AssetAging _aging;
    private readonly JobBoard _board;
    private readonly JobRecords _records;
    private readonly JobRun _run;
    private readonly JobWork _work;
    private readonly MemoryWatch _memory;
    private readonly Rotation _rotation;
    private readonly BoardWatch _watch;
    private readonly DeskGauges _gauges;
    private readonly PreviewGate _previews;
    private readonly Task _watching;
    private readonly CancellationTokenSource _draining = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Hands _shots;
    private readonly Hands _others;
    private readonly Intake _intake;
    private readonly Withdrawal _withdrawal;
    private readonly ReplicaEngines? _replicas;

    /// <summary>Opens the desk; one that is alone takes up what was left unfinished.</summary>
    /// <param name="options">Where and how it works.</param>
    /// <param name="engines">What renders shots, by <see cref="IEngine.Name"/>.</param>
    /// <param name="cut">What makes cuts.</param>
    /// <param name="analyse">What looks into videos; null for ffprobe alone.</param>
    /// <param name="previews">What looks at previews before they are shown; null to show all.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="log">Where failures are told; null for nowhere.</param>
    /// <param name="likeness">What takes likenesses; null where nobody does.</param>
    /// <param name="fingerprint">What takes fingerprints of pictures; null where nobody does.</param>
    public RenderDesk(
        DeskOptions options,
        IEnumerable<IEngine> engines,
        CutMaker cut,
        Analyst? analyse = null,
        PreviewJudge? previews = null,
        TimeProvider? time = null,
        ILogger<RenderDesk>? log = null,
        LikenessMaker? likeness = null,
        FingerprintMaker? fingerprint = null)
    {
        Options = options;
        _previews = new PreviewGate(previews);
        _time = time ?? TimeProvider.System;
        var told = log ?? (ILogger)NullLogger.Instance;
        _engines = new EngineShelf(engines, options);
        Directory.CreateDirectory(options.Folder);
        Budget = options.DiskBudget ?? Math.Min(MostBudget, new DriveInfo(Path.GetFullPath(options.Folder)).TotalSize * 7 / 10);
        var shared = options.Store is { } store ? new SteadyStore(store, _time) : null;
        var cache = new AssetStore(options.Folder, Budget, _time);
        _assets = new DeskAssets(cache, shared, _time);
        _aging = new AssetAging(cache, options.AssetAge, _time, told);
        _records = new JobRecords(shared ?? (IStore)new FolderStore(Path.Combine(options.Folder, "jobs")));
        _board = new JobBoard(_time);
        _memory = new MemoryWatch(options.MemoryLimit, () => Environment.WorkingSet + Ffmpeg.WorkingSet, _time);
        _replicas = shared is null ? null : new ReplicaEngines(_engines, options, shared, _time);
        _run = new JobRun(EmptyFolder(Path.Combine(options.Folder, "work")), _assets, _engines, _replicas, cut, analyse ?? Analyses.With(null), likeness, fingerprint, options.Outage);
        _work = new JobWork(_owner, options, _board, _records, _assets, _run, _memory, _time, told);
        _rotation = new Rotation(_board, _work, _time);
        _watch = new BoardWatch(_board, _records, options, _time, told);
        _gauges = new DeskGauges(this, _board, _assets);
        _intake = new Intake(options, _board, _records, _assets, _run, _rotation, _time, _draining.Token);
        _withdrawal = new Withdrawal(_board, _records, _intake, _work);
        if (options.Store is null)
        {
            TakeUp().GetAwaiter().GetResult();
        }

        _shots = new Hands(options.Shots, _board, () => _rotation.Take(IsForEngine), Work, options.Prepared, _draining.Token);
        _others = new Hands(options.Cuts, _board, () => _rotation.Take(job => job is not ShotJob), Work, options.Prepared, _draining.Token);
        var aging = Task.Run(() => _aging.Watch(_closing.Token));
        _watching = options.Store is null ? aging : Task.WhenAll(aging, Task.Run(() => _watch.Watch(_closing.Token)), Task.Run(() => _replicas!.Tell(_closing.Token)));
    }

    /// <summary>Bytes that assets may take on this machine.</summary>
    public long Budget { get; }

    /// <summary>Bytes that assets take on this machine.</summary>
    public long Used => _assets.Used;

    /// <summary>How the desk works.</summary>
    public DeskOptions Options { get; }

    /// <summary>Jobs accepted and not finished, on all replicas together.</summary>
    public int Unfinished => _board.Count;

    /// <summary>Whether it takes no more work, since it is about to end.</summary>
    public bool IsDraining => _draining.IsCancellationRequested;

    /// <summary>Why no jobs are taken: not prepared, or the store out of reach; null when they are.</summary>
    public string? Trouble => Options.Prepared switch
    {
        { IsFaulted: true } failed => failed.Exception!.InnerException!.Message,
        { IsCompleted: false } => Options.Preparing(),
        _ => _watch.Trouble,
    };

    /// <summary>The engines that are here now, though others may be coming.</summary>
    public IReadOnlyList<EngineInfo> Present => _engines.Present;

    /// <inheritdoc/>
    /// <remarks>Fails with <see cref="WorkerException"/> <c>busy</c> while engines are still coming: their versions are not known yet.</remarks>
    public async Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation)
    {
        await _engines.Whole(cancellation);
        return _replicas is null ? Present : await _replicas.All(cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> Has(string sha256, CancellationToken cancellation) => _assets.Has(sha256, cancellation);

    /// <inheritdoc/>
    /// <remarks>Fails with <see cref="WorkerException"/> <c>out_of_space</c> when nothing can make room for it.</remarks>
    public Task Put(string sha256, Stream content, CancellationToken cancellation) =>
        Failure.TellFullDisk(() => _assets.Put(sha256, content, cancellation));

    /// <inheritdoc/>
    public async Task<Stream> Open(string sha256, CancellationToken cancellation) => await _assets.Open(sha256, cancellation);

    /// <inheritdoc/>
    public Task Forget(string sha256, CancellationToken cancellation) => _assets.Forget(sha256, cancellation);

    /// <inheritdoc/>
    /// <remarks>
    /// A job that can't be begun, for want of an asset or an engine, is answered with that error and not kept. Fails with
    /// <see cref="WorkerException"/> <c>busy</c> when the queue is full.
    /// </remarks>
    public async Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation)
    {
        if (job is ShotJob { Order.Engine: var name } && _engines.Find(name) is null)
        {
            await _engines.Whole(cancellation);
        }

        return await _intake.Submit(key, job, turn, cancellation);
    }

    /// <inheritdoc/>
    public async Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation)
    {
        JobKey.Check(key);
        wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks));
        if (await _intake.Find(key, cancellation) is { } open)
        {
            var status = await open.Past(seen, wait, cancellation);
            if (!open.IsClosed || OpenJob.IsEnd(status.State))
            {
                return status;
            }
        }

        return await _intake.Finished(key, cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>The job then fails as <c>cancelled</c>; a running engine gets a moment to let go, on another replica up to a beat more.</remarks>
    public Task Cancel(string key, CancellationToken cancellation) => _withdrawal.Cancel(key, cancellation);

    /// <summary>The newest picture of a job that is being worked on, once somebody has looked at it; null when there is none.</summary>
    /// <param name="key">The job's key.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<JobPreview?> Preview(string key, CancellationToken cancellation)
    {
        JobKey.Check(key);
        try
        {
            var picture = _board.Find(key)?.Place is { } place
                ? await File.ReadAllBytesAsync(Path.Combine(place, OutputNames.Preview), cancellation)
                : await _records.ReadPreview(key, cancellation);
            return picture is null ? null : await _previews.Show(picture, cancellation);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The numbers of the worker as Prometheus reads them.</summary>
    public string Metrics() => _gauges.Text();

    /// <summary>Leaves word of what the process dies of on the jobs that it works on: evidence, should they be set aside.</summary>
    /// <param name="failure">What it dies of.</param>
    public void LeaveLastWords(Exception failure)
    {
        var words = failure.ToString();
        _work.LeaveLastWords(words[..Math.Min(words.Length, 4000)]);
    }

    /// <summary>
    /// Takes no more jobs, gives what runs some time to end, and lays down what has not ended by then, so that another replica has it at
    /// once.
    /// </summary>
    /// <param name="grace">How long to wait for what runs.</param>
    public async Task Drain(TimeSpan grace)
    {
        await _draining.CancelAsync();
        _board.Ring();
        var rest = Task.WhenAll(_shots.Rest, _others.Rest);
        await rest.WaitAsync(grace, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _closing.CancelAsync();
        await rest;
        await _watching;
    }

    /// <summary>Stops at once: what is unfinished is left to another replica, or to the next desk over the same folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await Drain(TimeSpan.Zero);
        _memory.Dispose();
        _gauges.Dispose();
    }

    private Task Work(OpenJob job) => _work.Do(job, _closing.Token);

    // Where others share the store, a shot waits for one that has its engine; alone, it is taken and refused.
    private bool IsForEngine(RenderJob job) => job is ShotJob { Order.Engine: var name } && (_replicas is null || _engines.Find(name) is not null);

    private async Task TakeUp()
    {
        foreach (var (key, _) in await _records.List(CancellationToken.None))
        {
            if (await _records.Read(key, CancellationToken.None) is ({ } ticket, { } tag))
            {
                _assets.Pin(ticket.Job.Inputs);
                _board.Put(ticket, tag);
            }
            else
            {
                await _records.Finish(Failure.Status(key, Failure.Unreadable), CancellationToken.None);
            }
        }
    }

    private static string EmptyFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return folder;
    }
}
