using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Tests;

/// <summary>A desk over a folder of its own, with a fake engine and a cut that joins the bytes of its clips.</summary>
internal sealed class DeskUnderTest : IAsyncDisposable
{
    private readonly bool _ownsFolder;

    public DeskUnderTest(Func<DeskOptions, DeskOptions>? change = null, string? folder = null, TimeProvider? time = null, Analyst? analyse = null, PreviewJudge? previews = null, string engine = "fake", LikenessMaker? likeness = null, FingerprintMaker? fingerprint = null)
    {
        Engine = new FakeEngine { Name = engine };
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("sora-desk-").FullName;
        var options = new DeskOptions { Folder = Folder };
        Desk = new RenderDesk(change?.Invoke(options) ?? options, [Engine], Join, analyse, previews, time, likeness: likeness, fingerprint: fingerprint);
    }

    public string Folder { get; }

    public FakeEngine Engine { get; }

    public RenderDesk Desk { get; }

    public IWorker Worker => Desk;

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> Join(
        CutOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        await using var video = File.Create(Path.Combine(folder, OutputNames.Video));
        foreach (var clip in order.Clips)
        {
            await using var picture = File.OpenRead(assetPath(clip.Picture));
            await picture.CopyToAsync(video, cancellation);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, OutputNames.Captions), "WEBVTT", cancellation);
        return ["joined"];
    }
}
