using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>
/// Contacts: both bodies ring in their modes. How long they touch (Hertz) decides how bright it is, the size how high, the matter how long it
/// rings, the impulse how loud.
/// </summary>
internal static class Blows
{
    /// <summary>Amplitude at the reference distance below which a contact makes no sound.</summary>
    public const double Quietest = 0.0025;

    private const double Together = 0.012;
    private const int MostVoices = 220;
    private const double AtOnce = 0.005;

    // Metres below the surface of water at which nothing is heard any more.
    private const double Sunk = 0.02;

    /// <summary>Adds contacts.</summary>
    /// <param name="field">Where to.</param>
    /// <param name="contacts">Contacts of one shot.</param>
    /// <param name="fractures">What breaks: it does not ring any more.</param>
    /// <param name="setting">Where it takes place.</param>
    public static void Add(SoundField field, IReadOnlyList<ContactEvent> contacts, IReadOnlyList<FractureEvent> fractures, Setting setting)
    {
        foreach (var contact in Heard(contacts))
            field.Add(Of(contact, setting, fractures.Any(fracture => Breaks(fracture, contact))), (int)Math.Round(contact.Time * StereoTrack.Rate), Level(contact), Ear.Of(contact.Pan, contact.Distance));
    }

    /// <summary>The contacts that make a sound of their own, in order of time: what follows a louder one of the same pair within 12 ms does not.</summary>
    public static IReadOnlyList<ContactEvent> Heard(IReadOnlyList<ContactEvent> contacts)
    {
        var latest = new Dictionary<(string, string), (double Time, double Level)>();
        var heard = new List<(ContactEvent Contact, double Level)>();
        foreach (var contact in contacts.Where(contact => contact.Time >= 0).OrderBy(contact => contact.Time))
        {
            var level = Level(contact);
            var pair = (contact.First, contact.Second);
            var masked = latest.TryGetValue(pair, out var last) && contact.Time - last.Time < Together && level < last.Level * 1.5;
            if (level < Quietest || masked || (contact.Place.Count == 3 && contact.Place[1] < -Sunk))
                continue;
            latest[pair] = (contact.Time, level);
            heard.Add((contact, level));
        }

        return [.. heard.OrderByDescending(blow => blow.Level).Take(MostVoices).Select(blow => blow.Contact).OrderBy(contact => contact.Time)];
    }

    /// <summary>Amplitude at the reference distance: a bottle of half a kilogram falling from a hand's height is near full scale; the ear compresses.</summary>
    public static double Level(ContactEvent contact)
    {
        var loud = Math.Sqrt(Solid.Of(contact.FirstMatter).Loudness * Solid.Of(contact.SecondMatter).Loudness);
        return Math.Min(0.9, 0.6 * loud * Math.Pow(Math.Max(0, contact.Impulse), 0.45) * Math.Min(1, contact.Speed / 0.4 + 0.1));
    }

    /// <summary>The sound of a contact, with a peak of 1.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="setting">Where it takes place.</param>
    /// <param name="breaks">Whether the one body breaks by it.</param>
    public static float[] Of(ContactEvent contact, Setting setting, bool breaks = false)
    {
        var grounded = contact.Second == "ground";
        var first = Solid.Of(contact.FirstMatter);
        var second = grounded ? Solid.GroundOf(setting, contact.SecondMatter) : Solid.Of(contact.SecondMatter);
        var mass = contact.OtherMass > 0 ? contact.Mass * contact.OtherMass / (contact.Mass + contact.OtherMass) : contact.Mass;
        var touch = Solid.ContactSeconds(first, second, Math.Max(mass, 1e-5), Math.Clamp(0.2 * contact.Size, 0.0008, 0.15), contact.Speed);
        var chance = new Chance(BitConverter.DoubleToInt64Bits(contact.Time) ^ BitConverter.DoubleToInt64Bits(contact.Impulse));
        var other = grounded ? 0.35 : contact.OtherSize > 0 ? contact.OtherSize : contact.Size;
        var longest = Math.Max(first.DecayOf(contact.Size, 1), second.DecayOf(other, 1));
        var sound = new float[(int)(StereoTrack.Rate * Math.Min(3, 0.15 + 1.1 * longest))];
        Ring(sound, first, contact.Size, touch, 1, breaks ? 0.04 : 1, chance);
        Ring(sound, second, other, touch, grounded ? 0.5 : 0.8, grounded ? 0.35 : 1, chance);
        Knock(sound, touch, Math.Max(first.Knock, second.Knock), second.Ratios.Length == 0 ? 0.02 : 0.0035, chance);
        Thud(sound, contact.Mass, grounded ? 0.9 : 0.4, touch);
        Level(sound);
        Partials.Smooth(sound, 0.0003, 0.03);
        return sound;
    }

    private static bool Breaks(FractureEvent fracture, ContactEvent contact) =>
        Math.Abs(fracture.Time - contact.Time) < AtOnce && (fracture.Body == contact.First || fracture.Body == contact.Second);

    /// <summary>What a push of a length excites at a frequency, against what a hammer blow does: that of a half sine, without its zeros.</summary>
    public static double Excited(double hertz, double touch) => 1 / (1 + Math.Pow(hertz * touch / 0.9, 2));

    /// <summary>Scales to a peak of 1.</summary>
    public static void Level(Span<float> sound)
    {
        var peak = 1e-9f;
        foreach (var sample in sound)
            peak = Math.Max(peak, Math.Abs(sample));
        foreach (ref var sample in sound)
            sample /= peak;
    }

    /// <summary>Adds the modes of a body.</summary>
    /// <param name="sound">Where to.</param>
    /// <param name="solid">What it is of.</param>
    /// <param name="size">Metres.</param>
    /// <param name="touch">Seconds that the blow lasts.</param>
    /// <param name="gain">Factor.</param>
    /// <param name="lasting">Part of its decay that it has: what lies on something rings less.</param>
    /// <param name="chance">No two blows are alike.</param>
    public static void Ring(Span<float> sound, Solid solid, double size, double touch, double gain, double lasting, Chance chance)
    {
        // Small bodies move little air at low frequencies.
        var small = 343 / (Math.PI * Math.Clamp(size, 0.006, 3));
        foreach (var ratio in solid.Ratios)
        {
            var hertz = solid.ModeOf(size, ratio) * (1 + 0.012 * chance.Noise());
            var radiated = 0.25 + 0.75 * hertz * hertz / (hertz * hertz + small * small);
            var strength = gain * radiated * Excited(hertz, touch) * Math.Pow(ratio, -solid.Slope) * (0.75 + 0.25 * chance.Next());
            Modes.Add(sound, hertz, strength, lasting * solid.DecayOf(size, ratio), chance.Next() * 0.6);
        }
    }

    private static void Knock(Span<float> sound, double touch, double part, double seconds, Chance chance)
    {
        var filter = default(StateFilter);
        filter.Tune(Math.Clamp(0.8 / touch, 60, 9000), 0.8);
        var length = Math.Min(sound.Length, (int)(seconds * 12 * StereoTrack.Rate));
        for (var i = 0; i < length; i++)
        {
            filter.Step(chance.Noise() * Math.Exp(-i / (seconds * StereoTrack.Rate)));
            sound[i] += (float)(filter.Low * part * 1.6);
        }
    }

    /// <summary>The push that heavy things give to what they fall on: a low, dull tone.</summary>
    private static void Thud(Span<float> sound, double mass, double gain, double touch)
    {
        var weight = Math.Clamp(Math.Sqrt(mass) * gain, 0, 1.2);
        var hertz = 95 / Math.Sqrt(Math.Max(mass, 0.05));
        Modes.Add(sound, Math.Clamp(hertz, 60, 220), weight * Excited(hertz, touch), 0.14, 0);
        Modes.Add(sound, Math.Clamp(1.6 * hertz, 90, 330), weight * 0.5 * Excited(1.6 * hertz, touch), 0.08, 0);
    }
}
