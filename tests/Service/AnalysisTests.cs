using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;

namespace SoraFunctions.Service.Tests;

/// <summary>What a worker finds in a video.</summary>
public sealed class AnalysisTests : IAsyncLifetime
{
    private readonly string _video = Path.Combine(Path.GetTempPath(), $"sora-analysis-{Guid.NewGuid():n}.mp4");

    public async Task InitializeAsync()
    {
        await using var writer = new VideoWriter(_video, new FrameFormat(160, 128, 25));
        for (var frame = 0; frame < 10; frame++)
        {
            var pixels = writer.Rent();
            pixels.AsSpan().Fill((byte)(20 * frame));
            await writer.Write(pixels, default);
        }

        await writer.Complete(default);
    }

    public Task DisposeAsync()
    {
        File.Delete(_video);
        return Task.CompletedTask;
    }

    private async Task<(RenderStatus End, ClipAnalysis? Found)> Analyse(byte[] file, Analyses.SafetyJudge? judge = null)
    {
        await using var desk = new DeskUnderTest(analyse: Analyses.With(judge));
        await desk.Worker.Put(Jobs.Hash(file), new MemoryStream(file), default);
        await desk.Worker.Submit("k", new AnalysisJob(new AnalysisOrder(Jobs.Hash(file))), default);
        var end = await desk.Worker.End("k");
        return (end, end.State == RenderState.Completed
            ? JsonSerializer.Deserialize(await desk.Worker.Read(end.Outputs.Single(output => output.Name == OutputNames.Analysis).Sha256), ContractJson.Default.ClipAnalysis)
            : null);
    }

    [Fact]
    public async Task Video_is_measured_and_without_a_model_not_judged()
    {
        var file = await File.ReadAllBytesAsync(_video);
        var (end, found) = await Analyse(file);
        Assert.Equal((160, 128, 25.0, 10, false), (found!.Width, found.Height, found.FramesPerSecond, found.Frames, found.HasSound));
        Assert.Equal((0.4, file.Length, "mpeg4"), (Math.Round(found.Seconds, 6), found.Length, found.Codec));
        Assert.Null(found.Safety);
        Assert.Contains("Nobody", Assert.Single(end.Warnings));
    }

    [Fact]
    public async Task Model_that_is_there_judges_the_frames()
    {
        var verdict = new PictureVerdict("model 1", false, new Dictionary<string, double> { ["nudity"] = 0.9 }, 0.2);
        var (_, found) = await Analyse(await File.ReadAllBytesAsync(_video), (path, _, _) => Task.FromResult<(PictureVerdict?, string?)>((verdict with { Safe = !File.Exists(path) }, null)));
        Assert.Equal((verdict.Model, false, 0.9), (found!.Safety!.Model, found.Safety.Safe, found.Safety.Scores["nudity"]));
        Assert.Empty(found.Notes);
    }

    [Fact]
    public async Task File_that_is_no_video_is_a_bad_asset()
    {
        var (end, _) = await Analyse(Jobs.Bytes("no video at all"));
        Assert.Equal(("bad_asset", false), (end.Error?.Code, end.Error?.Transient));
    }
}
