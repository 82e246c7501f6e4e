using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>A worker that only says which engines it has, and counts how often it is asked.</summary>
public sealed class EnginesOnly : IWorker
{
    public List<EngineInfo> Installed { get; } =
        [new("world", "7") { Abilities = new EngineAbilities("Simulates and films.") { ShowsPictures = true, ShowsModels = true, LogsContacts = true } }];

    public bool Down { get; set; }

    public int Asked { get; private set; }

    public Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation)
    {
        Asked++;
        return Down
            ? Task.FromException<IReadOnlyList<EngineInfo>>(new WorkerException(new RenderError("internal", "out of reach", true)))
            : Task.FromResult<IReadOnlyList<EngineInfo>>([.. Installed]);
    }

    public Task<bool> Has(string sha256, CancellationToken cancellation) => throw new NotSupportedException();

    public Task Put(string sha256, Stream content, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Stream> Open(string sha256, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation) => throw new NotSupportedException();

    public Task Cancel(string key, CancellationToken cancellation) => throw new NotSupportedException();
}
