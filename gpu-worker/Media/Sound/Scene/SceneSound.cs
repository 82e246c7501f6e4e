using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Sound.Mix;
using SoraFunctions.Media.Sound.Scene.Ambiences;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>Makes the scenes of a video heard, from nothing but their logs and settings.</summary>
internal static class SceneSound
{
    // Highest level of a stem: many things at once are still no distortion.
    private const double Highest = 0.95;

    /// <summary>The stems of a video. The same timeline gives the same samples.</summary>
    /// <param name="time">The video; its seed is that of all chance.</param>
    public static SceneStems Make(Timeline time)
    {
        var samples = (int)Math.Round(time.Seconds * StereoTrack.Rate);
        SceneStems stems = new(new StereoTrack(samples), new StereoTrack(samples));
        var plan = time.Order.Storyboard.Sound;
        for (var i = 0; plan.Effects && i < time.Shots.Count; i++)
        {
            var shot = time.Shots[i];
            var sound = ShotSound.Of(shot, time.At(shot.Frames), time.Order.Seed * 7919 + i * 104_729L);
            Lay(stems.Effects, sound, (int)Math.Round(time.At(shot.Start) * StereoTrack.Rate));
        }

        if (plan.RoomTone)
            Ambience.Add(stems.Ambience, Stay.Of(time), time.Order.Seed);
        if (Peak(stems.Effects) > Highest)
            Limiter.Apply(stems.Effects, Highest);
        return stems;
    }

    private static void Lay(StereoTrack track, StereoTrack sound, int start)
    {
        for (var i = 0; i < Math.Min(sound.Samples, track.Samples - start); i++)
        {
            track.Left[start + i] += sound.Left[i];
            track.Right[start + i] += sound.Right[i];
        }
    }

    private static float Peak(StereoTrack track)
    {
        var peak = 0f;
        for (var i = 0; i < track.Samples; i++)
            peak = Math.Max(peak, Math.Max(Math.Abs(track.Left[i]), Math.Abs(track.Right[i])));
        return peak;
    }
}
