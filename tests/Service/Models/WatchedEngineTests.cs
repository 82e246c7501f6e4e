using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Safety;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Service.Models;

namespace SoraFunctions.Service.Tests.Models;

public sealed class WatchedEngineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-watched-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Harmless_clip_is_let_through_without_a_word() =>
        Assert.Empty(await Render(Installed()));

    [Fact]
    public async Task Clip_over_the_threshold_is_refused_and_the_second_is_named()
    {
        var strict = Installed(new SafetyThresholds { Refuse = 0 });
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Render(strict));
        Assert.Matches(@"^The clip that painter made may not be shown: at 0\.\d s it is", refusal.Message);
    }

    [Fact]
    public async Task Clip_that_a_person_should_look_at_carries_a_warning() =>
        Assert.StartsWith("A person should look at the clip", Assert.Single(await Render(Installed(new SafetyThresholds { Review = 0 }))), StringComparison.Ordinal);

    [Fact]
    public async Task Where_no_model_is_installed_the_clip_says_that_nobody_looked()
    {
        var nobody = new ClipSafety(new PictureSafety(new HelperSessions(new HelperModelCatalog(_folder, null), new SessionPool(new(), 1))));
        Assert.StartsWith("Nobody looked whether the clip may be shown", Assert.Single(await Render(nobody)), StringComparison.Ordinal);
        var (verdict, note) = await nobody.Report(Path.Combine(_folder, OutputNames.Clip), null, default);
        Assert.Null(verdict);
        Assert.StartsWith("The frames were not judged", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analysis_tells_the_scores_of_the_worst_frame()
    {
        await Render(Installed());
        var analyst = Analyses.With(Installed().Report);
        var found = await analyst(new AnalysisOrder("clip"), _ => Path.Combine(_folder, OutputNames.Clip), default);
        Assert.True(found.Safety!.Safe);
        Assert.All(found.Safety.Scores.Values, score => Assert.InRange(score, 0, 0.7));
        Assert.Equal((64, 64, 10), (found.Width, found.Height, found.Frames));
    }

    [Fact]
    public async Task Analysis_refuses_only_what_is_refused_and_leaves_the_rest_to_a_person()
    {
        await Render(Installed());
        var path = Path.Combine(_folder, OutputNames.Clip);
        var (review, note) = await Installed(new SafetyThresholds { Review = 0 }).Report(path, [0, 0.25, 60], default);
        var (refused, _) = await Installed(new SafetyThresholds { Refuse = 0 }).Report(path, [0, 0.25, 60], default);
        Assert.True(review is { Safe: true, Review: true });
        Assert.StartsWith("A person should look at it", note, StringComparison.Ordinal);
        Assert.False(refused!.Safe);
    }

    [Fact]
    public async Task Previews_are_judged_like_clips()
    {
        await Render(Installed());
        var path = Path.Combine(_folder, "preview.jpg");
        await Ffmpeg.Run(["-i", Path.Combine(_folder, OutputNames.Clip), "-frames:v", "1", path], default);
        var jpeg = await File.ReadAllBytesAsync(path);

        Assert.Null(await Installed().Withhold(jpeg, default));
        Assert.StartsWith("it is ", await Installed(new SafetyThresholds { Refuse = 0 }).Withhold(jpeg, default), StringComparison.Ordinal);
        Assert.StartsWith("The file is not a picture", await Installed().Withhold([1, 2, 3], default), StringComparison.Ordinal);
    }

    private static ClipSafety Installed(SafetyThresholds? thresholds = null) => new(new PictureSafety(
        new HelperSessions(HelperModelCatalog.Installed, new SessionPool(new() { Providers = [ExecutionProvider.Cpu] }, long.MaxValue)), thresholds));

    private async Task<IReadOnlyList<string>> Render(ClipSafety safety)
    {
        var engine = new WatchedEngine(new Painter(), safety);
        await engine.Render(Jobs.Shot(1).Order, asset => asset, _folder, new Progress<double>(), default);
        return JsonSerializer.Deserialize(await File.ReadAllBytesAsync(Path.Combine(_folder, OutputNames.Log)), ContractJson.Default.ClipLog)!.Warnings;
    }

    /// <summary>Paints a grey second.</summary>
    private sealed class Painter : IEngine
    {
        public string Name => "painter";

        public string Version => "1";

        public EngineAbilities Abilities { get; } = new("For trials.");

        public async Task Render(
            ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
        {
            await using var writer = new VideoWriter(Path.Combine(folder, OutputNames.Clip), new FrameFormat(64, 64, 10));
            for (var frame = 0; frame < 10; frame++)
            {
                var buffer = writer.Rent();
                buffer.AsSpan().Fill(128);
                await writer.Write(buffer, cancellation);
            }

            await writer.Complete(cancellation);
            await File.WriteAllBytesAsync(
                Path.Combine(folder, OutputNames.Log), JsonSerializer.SerializeToUtf8Bytes(new ClipLog(), ContractJson.Default.ClipLog), cancellation);
        }
    }
}
