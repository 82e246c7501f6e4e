using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Scene;
using static SoraFunctions.Media.Tests.Sound.Scene.Heardness;

namespace SoraFunctions.Media.Tests.Sound.Scene;

public sealed class AmbienceTests
{
    public static TheoryData<Setting> Settings => [.. Enum.GetValues<Setting>()];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_place_is_heard_and_stays_quiet(Setting setting)
    {
        var track = Of((setting, 6, new()));
        Assert.InRange(Decibels(track.Left), -75, -38);
        Assert.True(track.Left.Max(Math.Abs) < 0.2);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Cut_within_a_place_changes_nothing(Setting setting)
    {
        var (joined, whole) = (Of((setting, 1.3, new()), (setting, 1.7, new())), Of((setting, 3, new())));
        Assert.Equal(whole.Left, joined.Left);
        Assert.Equal(whole.Right, joined.Right);
    }

    [Fact]
    public void Cut_between_places_has_no_jump()
    {
        var track = Of((Setting.Sea, 2, new()), (Setting.Kitchen, 2, new()), (Setting.Sea, 2, new()));
        foreach (var cut in new[] { 2, 4 })
        {
            var at = cut * StereoTrack.Rate;
            var jump = Enumerable.Range(at - 20, 40).Max(i => Math.Abs(track.Left[i + 1] - track.Left[i]));
            var usual = Enumerable.Range(at - 9600, 19_000).Max(i => Math.Abs(track.Left[i + 1] - track.Left[i]));
            Assert.True(jump <= usual);
        }
    }

    [Fact]
    public void Nothing_comes_round_again()
    {
        var track = Of((Setting.Sea, 14, new())).Left;
        var second = Enumerable.Range(0, 14).Select(s => track.AsSpan(s * StereoTrack.Rate, StereoTrack.Rate).ToArray()).ToArray();
        for (var i = 0; i < second.Length; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.NotEqual(second[i], second[j]);
        }
    }

    [Fact]
    public void Rain_is_heard_over_the_place_and_by_what_it_falls_on()
    {
        StereoTrack On(Matter? surface) => Of((Setting.WhiteStudio, 3, new ClipLog { Sound = new() { Rain = new(250, 0.002, surface) } }));
        Assert.True(Decibels(On(Matter.Stone).Left) > Decibels(Of((Setting.WhiteStudio, 3, new())).Left) + 6);
        Assert.True(Brightness(On(Matter.Glass).Left) > 1.2 * Brightness(On(Matter.Cardboard).Left));
    }

    [Fact]
    public void Plan_without_room_tone_is_silent() => Assert.All(
        SceneSound.Make(Time(new SoundPlan { RoomTone = false }, (Setting.Sea, 1, new()))).Ambience.Left, sample => Assert.Equal(0, sample));

    private static StereoTrack Of(params (Setting, double, ClipLog)[] shots) => SceneSound.Make(Time(shots)).Ambience;
}
