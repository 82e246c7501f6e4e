using System.Runtime.CompilerServices;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>What an engineer does to a voice: rumble away, tone, sibilants softened, levels evened.</summary>
internal static class VoiceChain
{
    private const double Level = 0.12;
    private const double SibilantFrom = 4_800;
    private const double Threshold = 0.10;
    private const double Ratio = 2.5;

    /// <summary>Treats a voice in place; it ends up about as loud whoever speaks.</summary>
    /// <param name="voice">One channel at 48 kHz.</param>
    /// <param name="tone">How.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<float> voice, VoiceTone tone)
    {
        Shape(voice, tone);
        Even(voice);
        Soften(voice, tone.Sibilance);
        Bring(voice);
    }

    private static void Shape(Span<float> voice, VoiceTone tone)
    {
        var (rumble, warmth, edge, air) = (Biquad.HighPass(75), Biquad.LowShelf(220, tone.Warmth), Biquad.Peak(3_200, tone.Edge, 0.9), Biquad.HighShelf(6_500, tone.Air));
        for (var i = 0; i < voice.Length; i++)
            voice[i] = (float)air.Step(edge.Step(warmth.Step(rumble.Step(voice[i]))));
        Bring(voice);
    }

    // A compressor: 2.5 to 1 above the usual level, quick to hold, slow to let go.
    private static void Even(Span<float> voice)
    {
        var (rise, fall) = (Pole(0.006), Pole(0.14));
        var level = 0.0;
        for (var i = 0; i < voice.Length; i++)
        {
            var now = Math.Abs(voice[i]) * 1.4;
            level += (now - level) * (now > level ? rise : fall);
            if (level > Threshold)
                voice[i] *= (float)Math.Pow(Threshold / level, 1 - 1 / Ratio);
        }
    }

    // A de-esser: the band of S is turned down while it is louder beside the slow level of the voice than it may be.
    private static void Soften(Span<float> voice, double most)
    {
        var (bass, sharp) = (Biquad.LowPass(SibilantFrom), Biquad.HighPass(SibilantFrom));
        var (quick, slow, let) = (Pole(0.0015), Pole(0.25), Pole(0.03));
        var (hiss, body) = (0.0, Level * 0.7);
        for (var i = 0; i < voice.Length; i++)
        {
            // What is left when the low band is taken away adds up with it to the voice again, whatever the filter does to phases.
            var low = bass.Step(voice[i]);
            var now = Math.Abs(sharp.Step(voice[i]));
            hiss += (now - hiss) * (now > hiss ? quick : let);
            body += (Math.Abs(low) - body) * slow;
            var limit = most * Math.Max(body, 0.02);
            if (hiss > limit)
                voice[i] -= (float)((voice[i] - low) * (1 - Math.Max(limit / hiss, 0.4)));
        }
    }

    private static void Bring(Span<float> voice)
    {
        var (power, count, peak) = (0.0, 0, 0f);
        foreach (var sample in voice)
        {
            if (Math.Abs(sample) < 0.002f)
                continue;
            power += sample * sample;
            peak = Math.Max(peak, Math.Abs(sample));
            count++;
        }

        if (count == 0)
            return;
        var gain = Math.Min((float)(Level / Math.Sqrt(power / count)), 0.98f / peak);
        foreach (ref var sample in voice)
            sample *= gain;
    }

    private static double Pole(double seconds) => 1 - Math.Exp(-1 / (seconds * StereoTrack.Rate));
}
