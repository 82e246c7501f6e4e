using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class ShotBriefsTests
{
    [Fact]
    public void Shots_that_the_caller_numbered_have_their_own_words_after_those_for_all() => Assert.Equal(
        ["Black and white. A wolf runs through snow.", "Black and white. It drinks from a river."],
        ShotBriefs.Of("Black and white. Shot 1 (3 s): A wolf runs through snow. Shot 2: It drinks from a river.", 2));

    [Fact]
    public void Chinese_numbers_are_read_too() => Assert.Equal(
        ["一只狼在雪地里奔跑。", "它在河边喝水。"], ShotBriefs.Of("镜头一：一只狼在雪地里奔跑。镜头二：它在河边喝水。", 2));

    [Theory]
    [InlineData("A wolf runs, then drinks.", 2)]
    [InlineData("Shot 1: A wolf. Shot 2: A river.", 3)]
    [InlineData("", 1)]
    public void Else_each_shot_has_all_words(string prompt, int shots) =>
        Assert.Equal(Enumerable.Repeat(prompt, shots), ShotBriefs.Of(prompt, shots));
}
