using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Tests.Videos;

public class ShotTallyTests
{
    [Fact]
    public void Shots_count_by_what_is_done_of_them_and_not_by_their_place()
    {
        var tally = new ShotTally();
        Assert.Equal(0.25, tally.Note("video", 3, 4, 1));
        Assert.Equal(0.375, tally.Note("video", 0, 4, 0.5));
        Assert.Equal(0.375, tally.Note("video", 0, 4, 0.2));
        Assert.Equal(0.5, tally.Note("other", 0, 2, 1));
    }
}
