using System.Runtime.CompilerServices;

namespace SoraFunctions.Media.Sound.Music.Instruments;

/// <summary>Plucked strings (Karplus and Strong 1983; fractional delay and pluck position by Jaffe and Smith 1983).</summary>
internal static class Plucked
{
    /// <summary>How a string is made and plucked.</summary>
    /// <param name="Ring">Seconds to a thousandth at 220 Hz.</param>
    /// <param name="Bright">Corner of the pluck over the fundamental.</param>
    /// <param name="Place">Where it is plucked: part of its length.</param>
    /// <param name="Soft">Loss of highs at each turn: 0 none, 0.5 the most.</param>
    /// <param name="Body">Resonances of the box: hertz and gain.</param>
    /// <param name="Longest">Seconds after which nothing is heard.</param>
    /// <param name="Bend">Depth of a vibrato that sets in late, part of the pitch.</param>
    private sealed record Pluck(double Ring, double Bright, double Place, double Soft, (double Hertz, double Gain)[] Body, double Longest, double Bend = 0);

    private static readonly (double, double)[] _box = [(98, 0.5), (204, 0.35), (410, 0.2)];
    private static readonly Pluck _harp = new(2.6, 8, 0.31, 0.5, [], 2.2);
    private static readonly Pluck _guitar = new(3.4, 24, 0.17, 0.2, _box, 2.6);
    private static readonly Pluck _nylon = new(1.9, 10, 0.23, 0.36, _box, 1.8);
    private static readonly Pluck _muted = new(0.34, 10, 0.12, 0.5, _box, 0.4);
    private static readonly Pluck _pizzicato = new(0.5, 7, 0.3, 0.5, [(280, 0.6), (460, 0.4)], 0.6);
    private static readonly Pluck _zither = new(3.6, 28, 0.11, 0.18, [(180, 0.3), (340, 0.3)], 2.6, 0.0035);
    private static readonly Pluck _bass = new(1.6, 7, 0.28, 0.5, [(92, 0.5)], 1.3);

    public static float[] Harp(double hertz, double force, Chance chance) => String(_harp, hertz, force, 0.6, chance);

    /// <summary>Steel strings on a wooden box.</summary>
    public static float[] Guitar(double hertz, double force, Chance chance) => String(_guitar, hertz, force, 0.5, chance);

    /// <summary>Gut or nylon: guitar and ukulele.</summary>
    public static float[] Nylon(double hertz, double force, Chance chance) => String(_nylon, hertz, force, 0.55, chance);

    /// <summary>A steel string under the palm.</summary>
    public static float[] Muted(double hertz, double force, Chance chance) => String(_muted, hertz, force, 0.6, chance);

    /// <summary>A violin's string under the finger.</summary>
    public static float[] Pizzicato(double hertz, double force, Chance chance) => String(_pizzicato, hertz, force, 0.65, chance);

    /// <summary>A guzheng: long steel strings, plucked near the bridge, pressed behind it.</summary>
    public static float[] Zither(double hertz, double force, Chance chance) => String(_zither, hertz, force, 0.5, chance);

    /// <summary>A double bass, damped when the note is over.</summary>
    public static float[] Bass(double hertz, double seconds, double force, Chance chance) =>
        String(_bass with { Longest = Math.Min(_bass.Longest, seconds + 0.08) }, hertz, force, 0.7, chance);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] String(Pluck pluck, double hertz, double force, double gain, Chance chance)
    {
        var ring = pluck.Ring * Math.Pow(220 / hertz, 0.35);
        var sound = Tone.Room(Math.Min(pluck.Longest, ring));
        // The loss filter delays by part of a sample of its own.
        var period = StereoTrack.Rate / hertz - pluck.Soft;
        var size = (int)period + 8;
        var line = new float[size];
        Excite(line.AsSpan(0, (int)period + 1), pluck, hertz, force, chance);
        var keep = (float)Math.Pow(10, -3 / (hertz * ring));
        var soft = (float)pluck.Soft;
        var (write, last) = ((int)period + 1, 0f);
        var bent = period;
        for (var i = 0; i < sound.Length; i++)
        {
            if (pluck.Bend > 0 && (i & 31) == 0)
                bent = period * (1 + pluck.Bend * Math.Min(1, i / (0.6 * StereoTrack.Rate)) * Math.Sin(2 * Math.PI * 5.2 * i / StereoTrack.Rate));
            var behind = write - bent;
            if (behind < 0)
                behind += size;
            var whole = (int)behind;
            var part = (float)(behind - whole);
            var next = whole + 1 == size ? 0 : whole + 1;
            var read = line[whole] * (1 - part) + line[next] * part;
            sound[i] = read;
            line[write] = keep * (read + soft * (last - read));
            last = read;
            write = write + 1 == size ? 0 : write + 1;
        }

        Resound(sound, pluck.Body);
        Tone.Level(sound);
        return Tone.Scaled(sound, 0.0012, force * gain);
    }

    /// <summary>Noise through the plectrum, without its mean, and with the notches of the place where it is plucked.</summary>
    private static void Excite(Span<float> line, Pluck pluck, double hertz, double force, Chance chance)
    {
        var filter = default(StateFilter);
        filter.Tune(Math.Min(13_000, hertz * pluck.Bright * (0.4 + 0.6 * force)));
        var mean = 0f;
        foreach (ref var sample in line)
        {
            filter.Step(chance.Noise());
            sample = (float)filter.Low;
            mean += sample / line.Length;
        }

        var back = Math.Max(1, (int)(pluck.Place * line.Length));
        var plain = line.ToArray();
        for (var i = 0; i < line.Length; i++)
            line[i] = plain[i] - mean - 0.8f * (plain[(i + line.Length - back) % line.Length] - mean);
    }

    private static void Resound(float[] sound, (double Hertz, double Gain)[] body)
    {
        if (body.Length == 0)
            return;
        var filters = new StateFilter[body.Length];
        for (var k = 0; k < body.Length; k++)
            filters[k].Tune(body[k].Hertz, 6);
        for (var i = 0; i < sound.Length; i++)
        {
            var boxed = 0.0;
            for (var k = 0; k < body.Length; k++)
            {
                filters[k].Step(sound[i]);
                boxed += filters[k].Band * body[k].Gain;
            }

            sound[i] += (float)boxed;
        }
    }
}
