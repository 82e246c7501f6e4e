using System.Security.Cryptography;
using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Tests.Remotes;

/// <summary>A worker that stages the same first frame of everything and finds in clips what a test says.</summary>
internal sealed class DeskDouble : IWorker
{
    private readonly Dictionary<string, byte[]> _assets = [];

    public List<RenderJob> Jobs { get; } = [];

    public ClipAnalysis Found { get; set; } = new()
    {
        Width = 1280, Height = 720, FramesPerSecond = 30, Frames = 120, Seconds = 4, Codec = "h264", HasSound = true, Length = 500,
        Safety = new PictureVerdict("judge", true, new Dictionary<string, double>(), 0),
    };

    public RenderError? Unreadable { get; set; }

    public Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<EngineInfo>>([new EngineInfo("world", "1")]);

    public Task<bool> Has(string sha256, CancellationToken cancellation) => Task.FromResult(_assets.ContainsKey(sha256));

    public async Task Put(string sha256, Stream content, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        _assets[sha256] = copy.ToArray();
    }

    public Task<Stream> Open(string sha256, CancellationToken cancellation) =>
        Task.FromResult<Stream>(new MemoryStream(_assets[sha256], writable: false));

    public Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation)
    {
        Jobs.Add(job);
        return Task.FromResult(job is AnalysisJob && Unreadable is { } error
            ? new RenderStatus { Key = key, State = RenderState.Failed, Error = error }
            : new RenderStatus
            {
                Key = key,
                State = RenderState.Completed,
                Outputs = job switch
                {
                    ShotJob => [Keep(OutputNames.Clip, [1]), Keep(OutputNames.Log, "{}"u8.ToArray())],
                    CutJob => [Keep(OutputNames.Poster, "the first frame"u8.ToArray())],
                    _ => [Keep(OutputNames.Analysis, JsonSerializer.SerializeToUtf8Bytes(Found, ContractJson.Default.ClipAnalysis))],
                },
            });
    }

    public Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation) => throw new NotSupportedException();

    public Task Forget(string sha256, CancellationToken cancellation) => Task.CompletedTask;

    public Task Cancel(string key, CancellationToken cancellation) => Task.CompletedTask;

    private RenderOutput Keep(string name, byte[] bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _assets[sha256] = bytes;
        return new RenderOutput(name, sha256, bytes.Length, "application/octet-stream");
    }
}
