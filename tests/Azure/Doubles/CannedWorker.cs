using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Azure.Tests.Doubles;

/// <summary>A worker that gives the same small video for everything, or fails as a test wants.</summary>
internal sealed class CannedWorker : IWorker
{
    private static readonly Lazy<byte[]> _video = new(() => Made("mp4", "-t", "0.2"));
    private static readonly Lazy<byte[]> _poster = new(() => Made("jpg", "-frames:v", "1"));

    private readonly ConcurrentDictionary<string, byte[]> _assets = new();

    /// <summary>What goes wrong with a job; null for nothing.</summary>
    public Func<RenderJob, RenderError?> Fail { get; set; } = _ => null;

    /// <summary>The captions of a cut; null for none.</summary>
    public Func<CutJob, string?> Captions { get; set; } = _ => null;

    /// <summary>What its picture-safety model says of the frames of a video; null where it has none.</summary>
    public PictureVerdict? Safety { get; set; } = new("canned", true, new Dictionary<string, double>(), 0);

    /// <summary>What it has installed.</summary>
    public IReadOnlyList<EngineInfo> Installed { get; set; } = [new EngineInfo("world", "1")];

    public Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation) => Task.FromResult(Installed);

    public Task<bool> Has(string sha256, CancellationToken cancellation) => Task.FromResult(_assets.ContainsKey(sha256));

    public async Task Put(string sha256, Stream content, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        _assets[sha256] = copy.ToArray();
    }

    public Task<Stream> Open(string sha256, CancellationToken cancellation) =>
        Task.FromResult<Stream>(new MemoryStream(_assets[sha256], writable: false));

    public Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation) =>
        Task.FromResult(Fail(job) is { } error
            ? new RenderStatus { Key = key, State = RenderState.Failed, Error = error }
            : new RenderStatus
            {
                Key = key,
                State = RenderState.Completed,
                Outputs = job is AnalysisJob
                    ? [Keep(OutputNames.Analysis, JsonSerializer.SerializeToUtf8Bytes(Analysis, ContractJson.Default.ClipAnalysis), "application/json")]
                    : job is CutJob cut
                    ?
                    [
                        Keep(OutputNames.Video, _video.Value, "video/mp4"),
                        Keep(OutputNames.Poster, _poster.Value, "image/jpeg"),
                        Keep(OutputNames.Spritesheet, _poster.Value, "image/jpeg"),
                        Keep(OutputNames.ContactSheet, _poster.Value, "image/jpeg"),
                        .. Captions(cut) is { } track ? [Keep(OutputNames.Captions, System.Text.Encoding.UTF8.GetBytes(track), "text/vtt")] : Array.Empty<RenderOutput>(),
                    ]
                    : [Keep(OutputNames.Clip, _video.Value, "video/mp4"), Keep(OutputNames.Log, "{}"u8.ToArray(), "application/json")],
            });

    public Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task Forget(string sha256, CancellationToken cancellation) => Task.CompletedTask;

    public Task Cancel(string key, CancellationToken cancellation) => Task.CompletedTask;

    private ClipAnalysis Analysis => new()
    {
        Width = 64, Height = 64, FramesPerSecond = 25, Frames = 5, Seconds = 0.2, Codec = "h264", HasSound = false, Length = _video.Value.Length, Safety = Safety,
    };

    private RenderOutput Keep(string name, byte[] bytes, string mediaType)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _assets[sha256] = bytes;
        return new RenderOutput(name, sha256, bytes.Length, mediaType);
    }

    private static byte[] Made(string ending, params string[] length)
    {
        var path = Path.Combine(Path.GetTempPath(), $"sora-canned-{Environment.ProcessId}.{ending}");
        try
        {
            using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", "color=c=teal:s=64x64", .. length, path]);
            ffmpeg.WaitForExit();
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
