using SoraFunctions.Contract.Clips;
using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>What is heard in one shot, in its room.</summary>
internal static class ShotSound
{
    /// <summary>Seconds that a shot is still heard after its end, fading.</summary>
    public const double Tail = 0.35;

    // Part of a room's answer that is let through: what is said should be understood, and film sound is drier than rooms are.
    private const double Wetness = 0.32;

    /// <summary>The sound of a shot from its first frame to <see cref="Tail"/> after its last.</summary>
    /// <param name="shot">The shot.</param>
    /// <param name="seconds">Its length.</param>
    /// <param name="seed">Of all that is left to chance.</param>
    public static StereoTrack Of(TimedShot shot, double seconds, long seed)
    {
        var field = new SoundField((int)((seconds + Tail) * StereoTrack.Rate));
        var (log, setting) = (shot.Log.Sound, shot.Shot.Setting);
        Blows.Add(field, [.. shot.Log.Contacts.Where(contact => contact.Time < seconds)], log.Fractures, setting);
        Rubbing.Add(field, [.. log.Rubbing.Where(run => run.Start >= 0 && run.Start < seconds)], setting, seed + 1);
        Each(log.Fractures.Where(fracture => Within(fracture.Time)), seed + 2, (fracture, own) => Shatter.Add(field, fracture, own));
        Each(log.Splashes.Where(splash => Within(splash.Time)), seed + 3, (splash, own) => Splashing.Add(field, splash, own));
        Splashing.Drip(field, [.. log.Drips.Where(drip => Within(drip.Time))], seed + 4);
        Each(log.Pours, seed + 5, (pour, own) => Pouring.Add(field, pour, own));
        Each(log.Cloths, seed + 6, (cloth, own) => Flutter.Add(field, cloth, own));
        Each(log.Engines, seed + 7, (engine, own) => Motoring.Add(field, engine, own));
        if (log.Sparks > 0)
            Crackle.Add(field, log.Sparks, seconds, seed + 8);
        if (IsEmpty(log, shot.Log.Contacts))
            return field.Direct;
        field.Direct.Add(RoomResponse.Of(field.Room, Room.Of(setting)), Wetness);
        Partials.Smooth(field.Direct.Left, 0, Tail);
        Partials.Smooth(field.Direct.Right, 0, Tail);
        return field.Direct;

        bool Within(double time) => time >= 0 && time < seconds;
    }

    private static void Each<T>(IEnumerable<T> sources, long seed, Action<T, long> add)
    {
        var own = seed * 1_000_003;
        foreach (var source in sources)
            add(source, own++);
    }

    private static bool IsEmpty(SoundLog log, IReadOnlyList<ContactEvent> contacts) =>
        contacts.Count + log.Rubbing.Count + log.Fractures.Count + log.Splashes.Count + log.Drips.Count + log.Pours.Count + log.Cloths.Count
        + log.Engines.Count == 0 && log.Sparks == 0;
}
