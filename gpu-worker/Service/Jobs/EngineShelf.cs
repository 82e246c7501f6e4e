using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Jobs;

/// <summary>The engines of a desk: those that it was opened with, and those of model packages once they are there.</summary>
internal sealed class EngineShelf
{
    /// <summary>Whoever asks what there is waits so long for what is coming: a moment, for packages that only have to be looked at.</summary>
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyDictionary<string, IEngine> _own;
    private readonly DeskOptions _options;

    /// <summary>Puts engines up.</summary>
    public EngineShelf(IEnumerable<IEngine> own, DeskOptions options) => (_own, _options) = (own.ToDictionary(engine => engine.Name), options);

    /// <summary>The names of the engines that are here now.</summary>
    public IEnumerable<string> Names => All.Select(engine => engine.Name);

    /// <summary>What the engines are that are here now, by name.</summary>
    public IReadOnlyList<EngineInfo> Present => InfoOf(All);

    private IEnumerable<IEngine> All => _options.Coming.IsCompletedSuccessfully ? [.. _own.Values, .. _options.Coming.Result] : _own.Values;

    /// <summary>What engines are, by name.</summary>
    public static IReadOnlyList<EngineInfo> InfoOf(IEnumerable<IEngine> engines) =>
    [
        .. engines.Select(engine => new EngineInfo(engine.Name, engine.Version) { Abilities = engine.Abilities }).OrderBy(engine => engine.Name, StringComparer.Ordinal),
    ];

    /// <summary>An engine that is here now; null when there is none of that name.</summary>
    public IEngine? Find(string name) => All.FirstOrDefault(engine => engine.Name == name);

    /// <summary>Done once all engines are here. Fails with <see cref="WorkerException"/> <c>busy</c> while some are coming.</summary>
    public async Task Whole(CancellationToken cancellation)
    {
        await ((Task)_options.Coming).WaitAsync(_moment, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        if (!_options.Coming.IsCompletedSuccessfully)
        {
            var why = _options.Coming is { IsFaulted: true } failed ? failed.Exception!.InnerException!.Message : _options.Preparing();
            throw new WorkerException(new RenderError("busy", why, true)) { RetryAfter = TimeSpan.FromSeconds(10) };
        }
    }
}
