using SoraFunctions.Contract.Clips;

namespace SoraFunctions.Media.Sound;

/// <summary>Makes contacts heard: both bodies ring in their modes, as loud as the blow was, at its own sample.</summary>
internal static class Impacts
{
    private const double Quietest = 0.0025;
    private const double Together = 0.012;
    private const int MostVoices = 500;

    /// <summary>Adds contacts to a track.</summary>
    /// <param name="track">Where to.</param>
    /// <param name="contacts">Contacts, with times from the start of the track.</param>
    public static void Add(StereoTrack track, IReadOnlyList<ContactEvent> contacts)
    {
        var lastHeard = new Dictionary<(string, string), (double Time, double Level)>();
        var heard = new List<(ContactEvent Contact, double Level)>();
        foreach (var contact in contacts.OrderBy(contact => contact.Time))
        {
            var level = Level(contact);
            var pair = (contact.First, contact.Second);
            var masked = lastHeard.TryGetValue(pair, out var last) && contact.Time - last.Time < Together && level < last.Level * 1.5;
            if (level < Quietest || masked)
                continue;
            lastHeard[pair] = (contact.Time, level);
            heard.Add((contact, level));
        }

        foreach (var (contact, level) in heard.OrderByDescending(blow => blow.Level).Take(MostVoices).OrderBy(blow => blow.Contact.Time))
            track.Add(Sound(contact), (int)Math.Round(contact.Time * StereoTrack.Rate), level, contact.Pan * 0.7);
    }

    /// <summary>Amplitude: a bottle of half a kilogram falling from a hand's height is near full scale; the ear compresses.</summary>
    public static double Level(ContactEvent contact) => Math.Min(0.9, 0.55 * Math.Pow(Math.Max(0, contact.Impulse), 0.45) * Math.Min(1, contact.Speed / 0.4 + 0.1));

    private static float[] Sound(ContactEvent contact)
    {
        var (first, second) = (Ring.Of(contact.FirstMatter), Ring.Of(contact.SecondMatter));
        var ground = contact.First == "ground" || contact.Second == "ground";
        var chance = new Chance(HashCode(contact));
        // The softer of the two decides how long they touch, and so the highest frequency that is excited (Hertz contact).
        var corner = Math.Min(first.Hardness, second.Hardness) * Math.Pow(Math.Clamp(contact.Speed, 0.05, 8), 0.3);
        var sound = new float[(int)(StereoTrack.Rate * (0.12 + 1.2 * Math.Max(first.Decay, second.Decay)))];
        Strike(sound, first, contact.Size, corner, 1, chance);
        if (ground)
            Strike(sound, second with { Decay = second.Decay * 0.35, Knock = second.Knock * 0.6 }, 0.35, corner, 0.5, chance);
        else
            Strike(sound, second, contact.Size, corner, 0.8, chance);
        Thud(sound, contact, ground);
        Level(sound);
        Partials.Smooth(sound, 0.0004, 0.03);
        return sound;
    }

    private static void Strike(Span<float> sound, Ring ring, double size, double corner, double gain, Chance chance)
    {
        var lowest = Math.Clamp(ring.Hertz * 0.1 / Math.Clamp(size, 0.008, 2), 70, 9000);
        foreach (var ratio in ring.Ratios)
        {
            var hertz = lowest * ratio * (1 + 0.012 * chance.Noise());
            var excited = 1 / (1 + Math.Pow(hertz / corner, 2));
            Partials.Add(sound, hertz, gain * excited * Math.Pow(ratio, -ring.Slope) * (0.75 + 0.25 * chance.Next()), Math.Max(0.012, ring.Decay * Math.Pow(ratio, -ring.Damping) * Math.Pow(Math.Clamp(size, 0.02, 1) / 0.1, 0.25)), chance.Next() * 0.6);
        }

        var filter = default(StateFilter);
        filter.Tune(Math.Min(corner, 9000), 0.8);
        var length = Math.Min(sound.Length, StereoTrack.Rate / 25);
        for (var i = 0; i < length; i++)
        {
            filter.Step(chance.Noise() * Math.Exp(-i / (0.0035 * StereoTrack.Rate)));
            sound[i] += (float)(filter.Low * gain * ring.Knock * 1.6);
        }
    }

    /// <summary>The push that heavy things give to what they fall on: a low, dull tone that sinks.</summary>
    private static void Thud(Span<float> sound, ContactEvent contact, bool ground)
    {
        var weight = Math.Clamp(Math.Sqrt(contact.Mass) * (ground ? 0.9 : 0.4), 0, 1.2);
        Partials.Add(sound, Math.Clamp(95 / Math.Sqrt(Math.Max(contact.Mass, 0.05)), 60, 220), weight, 0.14);
        Partials.Add(sound, Math.Clamp(150 / Math.Sqrt(Math.Max(contact.Mass, 0.05)), 90, 330), weight * 0.5, 0.08);
    }

    private static void Level(Span<float> sound)
    {
        var peak = 1e-9f;
        foreach (var sample in sound)
            peak = Math.Max(peak, Math.Abs(sample));
        foreach (ref var sample in sound)
            sample /= peak;
    }

    private static long HashCode(ContactEvent contact) => BitConverter.DoubleToInt64Bits(contact.Time) ^ BitConverter.DoubleToInt64Bits(contact.Impulse);
}
