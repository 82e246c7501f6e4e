using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Benchmarks.Shopify;

/// <summary>A worker that refuses every shot, so that a video costs what happens before its first shot and no more.</summary>
internal sealed class RefusingWorker : IWorker
{
    public Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<EngineInfo>>([new EngineInfo("world", "1")]);

    public Task<bool> Has(string sha256, CancellationToken cancellation) => Task.FromResult(true);

    public Task Put(string sha256, Stream content, CancellationToken cancellation) => Task.CompletedTask;

    public Task<Stream> Open(string sha256, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation) => Task.FromResult(
        new RenderStatus { Key = key, State = RenderState.Failed, Error = new RenderError("unsupported", "Nothing is rendered here.", Transient: false) });

    public Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation) => throw new NotSupportedException();

    public Task Forget(string sha256, CancellationToken cancellation) => Task.CompletedTask;

    public Task Cancel(string key, CancellationToken cancellation) => Task.CompletedTask;
}
