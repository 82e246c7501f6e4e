using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Tests.Doubles;

/// <summary>Answers with the given statuses in turn, and remembers what it was brought.</summary>
internal sealed class ScriptedWorker(params RenderStatus?[] script) : IWorker
{
    private readonly Queue<RenderStatus?> _script = new(script);

    public Dictionary<string, byte[]> Assets { get; } = [];

    public List<string> Keys { get; } = [];

    public List<RenderJob> Jobs { get; } = [];

    public List<string> Cancelled { get; } = [];

    public int Puts { get; private set; }

    public List<EngineInfo> Installed { get; } = [new EngineInfo("world", "1")];

    public Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<EngineInfo>>([.. Installed]);

    public Task<bool> Has(string sha256, CancellationToken cancellation) => Task.FromResult(Assets.ContainsKey(sha256));

    public async Task Put(string sha256, Stream content, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        Assets[sha256] = copy.ToArray();
        Puts++;
    }

    public Task<Stream> Open(string sha256, CancellationToken cancellation) =>
        Task.FromResult<Stream>(new MemoryStream(Assets[sha256], writable: false));

    public Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation)
    {
        Keys.Add(key);
        Jobs.Add(job);
        return Task.FromResult(_script.Dequeue()!);
    }

    public Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_script.Dequeue());
    }

    public Task Forget(string sha256, CancellationToken cancellation)
    {
        Assets.Remove(sha256);
        return Task.CompletedTask;
    }

    public Task Cancel(string key, CancellationToken cancellation)
    {
        Cancelled.Add(key);
        return Task.CompletedTask;
    }
}
