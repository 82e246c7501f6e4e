using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class RoomToneTests
{
    private const double Seconds = 6;

    public static TheoryData<Setting> Settings => [.. Enum.GetValues<Setting>()];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_place_has_a_hush_that_is_heard_and_stays_quiet(Setting setting)
    {
        var level = Level(Hush(setting, null, 5));

        Assert.InRange(level, -75, -35);
    }

    [Theory]
    [InlineData(Setting.Sea, Setting.MarbleCounter)]
    [InlineData(Setting.RiverStones, Setting.Snow)]
    [InlineData(Setting.Dunes, Setting.CurtainPodium)]
    public void Water_and_wind_are_louder_than_rooms(Setting loud, Setting quiet) =>
        Assert.True(Level(Hush(loud, null, 5)) > Level(Hush(quiet, null, 5)) + 3);

    [Fact]
    public void Rain_is_heard_over_the_hush_of_the_place()
    {
        Assert.True(Level(Hush(Setting.WhiteStudio, Atmosphere.Rain, 5)) > Level(Hush(Setting.WhiteStudio, null, 5)) + 6);
        Assert.Equal(Hush(Setting.Sea, null, 5).Left, Hush(Setting.Sea, Atmosphere.Snow, 5).Left);
    }

    [Fact]
    public void Same_seed_gives_the_same_hush() => Assert.Equal(Hush(Setting.Pool, Atmosphere.Rain, 9).Right, Hush(Setting.Pool, Atmosphere.Rain, 9).Right);

    private static StereoTrack Hush(Setting setting, Atmosphere? atmosphere, long seed)
    {
        var track = new StereoTrack((int)(Seconds * StereoTrack.Rate));
        RoomTone.Add(track, setting, atmosphere, 0, Seconds, seed);
        return track;
    }

    private static double Level(StereoTrack track) => 10 * Math.Log10(track.Left.Sum(sample => (double)sample * sample) / track.Samples);
}
