using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Tests.Lettering;

public sealed class MotionTests
{
    [Fact]
    public void What_comes_begins_unseen_below_settles_without_a_jerk_and_goes_unseen()
    {
        var motion = new Motion(1, 3) { Rise = 20 };
        var poses = Enumerable.Range(0, 61).Select(i => motion.At(1 + i / 30.0)).ToList();
        Assert.Equal((0, 20), (poses[0].Opacity, poses[0].Shift));
        Assert.Equal(Pose.Rest, motion.At(2));
        Assert.Equal(0, poses[^1].Opacity, 6);
        Assert.All(poses.Zip(poses.Skip(1)).Take(30), pair => Assert.True(pair.Second.Shift <= pair.First.Shift + 1e-9));
        // Each step of the coming is smaller than the one before.
        var steps = poses.Take(13).Zip(poses.Skip(1)).Select(pair => pair.First.Shift - pair.Second.Shift).ToList();
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1e-9));
    }

    [Fact]
    public void What_stays_too_shortly_comes_and_goes_the_quicker() => Assert.InRange(new Motion(0, 0.3).At(0.15).Opacity, 0.9, 1);

    [Fact]
    public void Events_begin_and_end_on_frames_and_what_rests_is_one_event()
    {
        var script = new AssScript(100, 100, 30);
        script.Play(1, new Motion(0.1, 2) { In = 0.2, Out = 0 }, pose => AssTags.At(0, pose.Opacity));
        script.Add(2, 0, 1, "still");
        var events = script.ToString().Split('\n').Where(line => line.StartsWith("Dialogue", StringComparison.Ordinal)).ToList();
        Assert.InRange(events.Count, 4, 8);
        Assert.Contains("0:00:02.00", events[^2]);
        // libass shows an event from its start on: frame 4 is at 133 ms, so its event may begin at 13 hundredths and not at 14.
        Assert.StartsWith("Dialogue: 1,0:00:00.13,", events[0]);
        Assert.Equal("Dialogue: 2,0:00:00.00,0:00:01.00,Base,,0,0,0,,still", events[^1]);
    }
}
