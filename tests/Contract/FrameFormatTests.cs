using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Contract.Tests;

public sealed class FrameFormatTests
{
    [Theory]
    [InlineData(1280, 720, 512, 288)]
    [InlineData(1080, 1920, 432, 768)]
    [InlineData(1278, 854, 512, 342)]
    [InlineData(128, 130, 52, 52)]
    public void A_draft_is_filmed_at_two_fifths_of_the_size_made_even(int width, int height, int across, int down) =>
        Assert.Equal(new FrameFormat(across, down, 25), new FrameFormat(width, height, 25).Filmed(Quality.Draft));

    [Theory]
    [InlineData(Quality.Standard)]
    [InlineData(Quality.Final)]
    public void Other_qualities_are_filmed_at_the_size_of_the_cut(Quality quality) =>
        Assert.Equal(new FrameFormat(1280, 720), new FrameFormat(1280, 720).Filmed(quality));
}
