using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>A worker that only says which engines it has, counts how often it is asked, and takes likenesses and fingerprints as a test wants.</summary>
public sealed class EnginesOnly : IWorker
{
    public List<EngineInfo> Installed { get; } =
        [new("world", "7") { Abilities = new EngineAbilities("Simulates and films.") { ShowsPictures = true, ShowsModels = true, LogsContacts = true } }];

    public bool Down { get; set; }

    /// <summary>What it finds in clips; null for clips that can't be read.</summary>
    public LikenessFacts? Likeness { get; set; }

    /// <summary>What it makes of the files of pictures; null for files that can't be decoded.</summary>
    public Func<byte[], PictureFingerprint?> Fingerprint { get; set; } = _ => null;

    private readonly ConcurrentDictionary<string, byte[]> _assets = new();

    public int Asked { get; private set; }

    public Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation)
    {
        Asked++;
        return Down
            ? Task.FromException<IReadOnlyList<EngineInfo>>(new WorkerException(new RenderError("internal", "out of reach", true)))
            : Task.FromResult<IReadOnlyList<EngineInfo>>([.. Installed]);
    }

    public Task<bool> Has(string sha256, CancellationToken cancellation) => Task.FromResult(_assets.ContainsKey(sha256));

    public async Task Put(string sha256, Stream content, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        _assets[sha256] = copy.ToArray();
    }

    public Task<Stream> Open(string sha256, CancellationToken cancellation) => Task.FromResult<Stream>(new MemoryStream(_assets[sha256]));

    public Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation) => (Down, job, Likeness) switch
    {
        (true, _, _) => Task.FromException<RenderStatus>(new WorkerException(new RenderError("internal", "out of reach", true))),
        (_, LikenessJob, null) => Task.FromResult(new RenderStatus { Key = key, State = RenderState.Failed, Error = new RenderError("bad_asset", "no video", false) }),
        (_, LikenessJob, { } facts) => Task.FromResult(new RenderStatus
        {
            Key = key,
            State = RenderState.Completed,
            Outputs =
            [
                Keep(OutputNames.Likeness, Pictures.Png(facts.Width, facts.Height), "image/png"),
                Keep(OutputNames.LikenessFacts, JsonSerializer.SerializeToUtf8Bytes(facts, ContractJson.Default.LikenessFacts), "application/json"),
            ],
        }),
        (_, FingerprintJob { Order.Picture: var picture }, _) => Task.FromResult(Fingerprint(_assets[picture]) is { } print
            ? new RenderStatus
            {
                Key = key,
                State = RenderState.Completed,
                Outputs = [Keep(OutputNames.Fingerprint, JsonSerializer.SerializeToUtf8Bytes(print, ContractJson.Default.PictureFingerprint), "application/json")],
            }
            : new RenderStatus { Key = key, State = RenderState.Failed, Error = new RenderError("bad_asset", "no picture", false) }),
        _ => throw new NotSupportedException(),
    };

    public Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation) => throw new NotSupportedException();

    public Task Forget(string sha256, CancellationToken cancellation) => Task.CompletedTask;

    public Task Cancel(string key, CancellationToken cancellation) => throw new NotSupportedException();

    private RenderOutput Keep(string name, byte[] bytes, string mediaType)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _assets[sha256] = bytes;
        return new RenderOutput(name, sha256, bytes.Length, mediaType);
    }
}
