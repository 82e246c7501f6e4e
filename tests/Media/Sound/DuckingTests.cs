using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Mix;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class DuckingTests
{
    private const int Rate = StereoTrack.Rate;

    [Fact]
    public void Music_is_lower_under_a_voice_by_what_is_stated()
    {
        var music = Ducked(Ducking.UnderVoice, (2, 4));
        Assert.Equal(1, music.Left[Rate], 3);
        Assert.Equal(-Ducking.UnderVoice.Decibels, 20 * Math.Log10(music.Left[3 * Rate]), 2);
        Assert.Equal(1, music.Left[(int)(5.2 * Rate)], 3);
    }

    [Fact]
    public void The_way_is_free_when_the_first_syllable_comes()
    {
        var music = Ducked(Ducking.UnderVoice, (2, 4));
        Assert.Equal(-Ducking.UnderVoice.Decibels, 20 * Math.Log10(music.Left[2 * Rate]), 1);
        Assert.Equal(1, music.Left[(int)((2 - Ducking.UnderVoice.Attack - 0.02) * Rate)], 3);
    }

    [Fact]
    public void Music_stays_down_between_words()
    {
        var music = Ducked(Ducking.UnderVoice, (2, 3), (3.25, 4));
        Assert.Equal(-Ducking.UnderVoice.Decibels, 20 * Math.Log10(music.Left[(int)(3.1 * Rate)]), 2);
    }

    [Fact]
    public void Gain_makes_no_steps()
    {
        var music = Ducked(Ducking.UnderEffects, (1, 1.2), (1.5, 1.6));
        Assert.True(Enumerable.Range(1, music.Samples - 1).Max(i => Math.Abs(music.Left[i] - music.Left[i - 1])) < 0.002);
    }

    [Fact]
    public void Silence_moves_nothing() => Assert.All(Ducked(Ducking.UnderVoice).Left, sample => Assert.Equal(1, sample));

    private static StereoTrack Ducked(Ducking ducking, params (double From, double To)[] words)
    {
        var (music, voice) = (new StereoTrack(6 * Rate), new StereoTrack(6 * Rate));
        music.Left.AsSpan().Fill(1);
        foreach (var (from, to) in words)
            voice.Left.AsSpan()[(int)(from * Rate)..(int)(to * Rate)].Fill(0.2f);
        ducking.Apply(music, voice);
        return music;
    }
}
