using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Remotes.Clips;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Tests.Remotes;

public class RemoteShapeTests
{
    private static readonly RemoteTerms _wide = new() { Sizes = [], Seconds = [], MostSeconds = 30 };

    [Theory]
    [InlineData(1280, 720, "1280x720")]
    [InlineData(1920, 1080, "1280x720")]
    [InlineData(640, 360, "1280x720")]
    [InlineData(720, 1280, "720x1280")]
    [InlineData(1080, 1920, "720x1280")]
    [InlineData(1024, 1792, "1024x1792")]
    [InlineData(1080, 1080, "1024x1792")]
    public void The_likest_of_the_sizes_is_asked_for(int width, int height, string size) =>
        Assert.Equal(size, RemoteShape.Of(new FrameFormat(width, height), 4, new RemoteTerms { Sizes = ["720x1280", "1280x720", "1024x1792"] }).Size.ToString());

    [Theory]
    [InlineData(1080, 1350, "1080x1350")]
    [InlineData(128, 128, "256x256")]
    [InlineData(3840, 2160, "1920x1080")]
    public void A_remote_of_any_size_is_asked_for_the_shots_own_as_far_as_the_wire_goes(int width, int height, string size) =>
        Assert.Equal(size, RemoteShape.Of(new FrameFormat(width, height), 4, _wide).Size.ToString());

    [Theory]
    [InlineData("2.6", 4)]
    [InlineData("4", 4)]
    [InlineData("4.1", 8)]
    [InlineData("40", 12)]
    public void The_shortest_length_that_is_enough_is_asked_for(string seconds, int asked) =>
        Assert.Equal(asked, RemoteShape.Of(new FrameFormat(1280, 720), decimal.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture), new RemoteTerms()).Seconds);

    [Fact]
    public void A_remote_of_any_length_is_asked_for_whole_seconds() =>
        Assert.Equal((3, 30), (RemoteShape.Of(new FrameFormat(640, 360), 2.6m, _wide).Seconds, RemoteShape.Of(new FrameFormat(640, 360), 50, _wide).Seconds));
}
