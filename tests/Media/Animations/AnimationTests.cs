using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Animations;

public sealed class AnimationTests
{
    [Fact]
    public async Task Moving_pictures_are_small_go_round_and_show_the_first_and_the_last_shot()
    {
        var lumas = new byte[] { 50, 90, 120, 150, 200 };
        using var cut = await TestCut.Make(
            new FrameFormat(320, 180),
            [.. lumas.Select((_, i) => TestCut.Shot($"s{i}", 1.4m))],
            lumas,
            change: order => order with { Silent = true, Outputs = [ExtraOutput.Gif, ExtraOutput.Webp] });

        var gif = await File.ReadAllBytesAsync(cut[OutputNames.Gif]);
        var webp = await File.ReadAllBytesAsync(cut[OutputNames.MovingWebp]);
        Assert.InRange(gif.Length, 100, 3_000_000);
        Assert.InRange(webp.Length, 100, 1_500_000);
        Assert.Contains("NETSCAPE2.0", System.Text.Encoding.Latin1.GetString(gif), StringComparison.Ordinal);
        Assert.Contains("ANIM", System.Text.Encoding.Latin1.GetString(webp), StringComparison.Ordinal);
        var frames = await Ffmpeg.Read(["-i", cut[OutputNames.Gif], "-vf", "scale=1:1:flags=area,format=gray", "-f", "rawvideo", "-"], default);
        Assert.InRange(frames.Length, 70, 90);
        Assert.True(frames[0] < 60 && frames[^1] > 190, $"{frames[0]} to {frames[^1]}");
    }
}
