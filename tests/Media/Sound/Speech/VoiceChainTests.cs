using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Tests.Sound.Speech;

public sealed class VoiceChainTests
{
    [Fact]
    public void Sibilants_are_softened_and_vowels_are_not()
    {
        var raw = Syllable(sibilance: 0.5);
        var (treated, sharp) = (raw.ToArray(), raw.ToArray());
        VoiceChain.Apply(treated, VoiceTone.Formant);
        VoiceChain.Apply(sharp, VoiceTone.Formant with { Sibilance = 100 });

        Assert.InRange(Decibels(Power(treated, Hiss), Power(treated, Vowel)) - Decibels(Power(sharp, Hiss), Power(sharp, Vowel)), -12, -4);
    }

    [Fact]
    public void Loud_and_quiet_syllables_come_nearer_to_one_another()
    {
        var raw = Syllable(sibilance: 0).Concat(Syllable(sibilance: 0).Select(sample => sample * 0.25f)).ToArray();
        var treated = raw.ToArray();
        VoiceChain.Apply(treated, VoiceTone.Neural);

        Assert.InRange(Decibels(Power(treated, 0..24_000), Power(treated, 48_000..72_000)), 4, 10);
        Assert.True(treated.Max(Math.Abs) < 1);
    }

    [Fact]
    public void A_formant_voice_loses_its_buzz_and_gains_warmth()
    {
        var raw = Saw(110);
        var treated = raw.ToArray();
        VoiceChain.Apply(treated, VoiceTone.Formant);

        Assert.True(Share(treated, 8_000) < Share(raw, 8_000) / 1.5);
        Assert.True(1 - Share(treated, 250) > 1 - Share(raw, 250));
    }

    [Theory]
    [InlineData(16_000)]
    [InlineData(22_050)]
    [InlineData(24_000)]
    public void A_tone_keeps_its_pitch_and_level_at_48_kilohertz(int rate)
    {
        var tone = Enumerable.Range(0, rate).Select(i => (float)Math.Sin(2 * Math.PI * 1_000 * i / rate)).ToArray();
        var track = Resampler.ToTrack(tone, rate);

        Assert.Equal(48_000, track.Length);
        for (var i = 2_000; i < 46_000; i++)
            Assert.Equal(Math.Sin(2 * Math.PI * 1_000 * i / 48_000), track[i], 0.01);
    }

    private static Range Vowel => 2_000..20_000;

    private static Range Hiss => 25_000..34_000;

    // Half a second of a vowel, then S, then quiet.
    private static float[] Syllable(double sibilance)
    {
        var chance = new Random(3);
        var (one, two) = (Biquad.HighPass(6_000), Biquad.HighPass(6_000));
        return [.. Enumerable.Range(0, 48_000).Select(i => (float)(i < 24_000
            ? 0.3 * Math.Sin(2 * Math.PI * 180 * i / 48_000) + 0.2 * Math.Sin(2 * Math.PI * 720 * i / 48_000)
            : i < 36_000 ? sibilance * two.Step(one.Step((chance.NextDouble() * 2) - 1)) : 0))];
    }

    private static float[] Saw(double hertz) => [.. Enumerable.Range(0, 48_000).Select(i => (float)(0.3 * ((i * hertz / 48_000 % 1 * 2) - 1)))];

    private static double Share(float[] sound, double above)
    {
        var filter = Biquad.HighPass(above);
        return sound.Sum(sample => Math.Pow(filter.Step(sample), 2)) / sound.Sum(sample => sample * (double)sample);
    }

    private static double Power(float[] sound, Range part) => sound[part].Average(sample => sample * (double)sample);

    private static double Decibels(double power, double other) => 10 * Math.Log10(power / other);
}
