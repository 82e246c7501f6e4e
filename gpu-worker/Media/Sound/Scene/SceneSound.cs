using SoraFunctions.Contract.Clips;
using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>Makes the scenes of a video heard, from nothing but their logs and settings.</summary>
internal static class SceneSound
{
    /// <summary>The stems of a video. The same timeline gives the same samples.</summary>
    /// <param name="time">The video; its seed is that of all chance.</param>
    public static SceneStems Make(Timeline time)
    {
        var samples = (int)Math.Round(time.Seconds * StereoTrack.Rate);
        SceneStems stems = new(new StereoTrack(samples), new StereoTrack(samples));
        var plan = time.Order.Storyboard.Sound;
        if (plan.Effects)
        {
            Impacts.Add(stems.Effects, Contacts(time));
            stems.Effects.Add(Reverb.Of(stems.Effects, 0.7, 3500, 0.006), 0.13);
        }

        for (var i = 0; plan.RoomTone && i < time.Shots.Count; i++)
        {
            var shot = time.Shots[i];
            RoomTone.Add(stems.Ambience, shot.Shot.Setting, shot.Shot.Atmosphere, time.At(shot.Start), time.At(shot.End), time.Order.Seed * 31 + i);
        }

        return stems;
    }

    /// <summary>All contacts, with times from the first frame of the video; what lies after the cut is left away.</summary>
    public static IReadOnlyList<ContactEvent> Contacts(Timeline time) =>
    [
        .. time.Shots.SelectMany(shot => shot.Log.Contacts
            .Where(contact => contact.Time >= 0 && contact.Time < time.At(shot.Frames))
            .Select(contact => contact with { Time = contact.Time + time.At(shot.Start) })),
    ];
}
