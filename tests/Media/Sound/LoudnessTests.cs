using System.Globalization;
using System.Text;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Mix;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class LoudnessTests
{
    private const int Second = StereoTrack.Rate;

    [Fact]
    public void Reference_tone_of_the_standard_measures_minus_23()
    {
        // EBU Tech 3341, case 1: a stereo sine of 1 kHz at -23 dBFS.
        var track = Sine(1000, Math.Pow(10, -23 / 20.0), 5);
        Assert.InRange(LoudnessMeter.Integrated(track), -23.1, -22.9);
    }

    [Fact]
    public void Quiet_parts_do_not_count()
    {
        // EBU Tech 3341, case 3: -36, -23 and -36 dBFS; the gate leaves the middle.
        var track = Sine(1000, Math.Pow(10, -23 / 20.0), 30);
        for (var i = 0; i < track.Samples; i++)
        {
            if (i is < 3 * 48000 or >= 27 * 48000)
            {
                track.Left[i] *= 0.2239f;
                track.Right[i] *= 0.2239f;
            }
        }

        Assert.InRange(LoudnessMeter.Integrated(track), -23.1, -22.9);
    }

    [Fact]
    public void Peak_between_two_samples_is_seen()
    {
        var track = new StereoTrack(4800);
        for (var i = 0; i < track.Samples; i++)
            track.Left[i] = track.Right[i] = (float)(0.5 * Math.Sin(Math.PI / 2 * i + Math.PI / 4));
        Assert.InRange(TruePeak.Envelope(track).Skip(100).Take(4000).Max(), 0.49, 0.51);
        Assert.True(track.Left.Max() < 0.36);
    }

    [Fact]
    public void Limiter_keeps_every_peak_under_the_ceiling()
    {
        var track = Sine(997, 0.4, 1);
        for (var i = 0; i < track.Samples; i += 4321)
            track.Left[i] = 3;
        var limited = Limiter.Limited(track, TruePeak.Envelope(track), 1, 0.8);
        Assert.True(TruePeak.Envelope(limited).Max() <= 0.801);
        Assert.True(limited.Right.Skip(100).Max() > 0.1);
    }

    [Theory]
    [InlineData(-14, -1)]
    [InlineData(-23, -1)]
    [InlineData(-24, -2)]
    public void Master_reaches_its_loudness_under_its_ceiling(double loudness, double peak)
    {
        var track = Sine(440, 0.1, 4);
        for (var i = Second; i < track.Samples; i += Second / 2)
            track.Left[i] = track.Right[i] = 0.9f;
        var master = Mastering.Apply(track, loudness, peak);
        Assert.Equal(loudness, LoudnessMeter.Integrated(master.Track), 0.2);
        Assert.True(20 * Math.Log10(TruePeak.Envelope(master.Track).Max()) <= peak);
    }

    [Fact]
    public void Blows_alone_keep_their_heights_and_hush_stays_hush()
    {
        var track = Sine(440, 0.0008, 6);
        foreach (var (at, height) in ((double, float)[])[(1, 0.5f), (2.5, 0.25f), (4, 0.1f)])
            Blow(track, (int)(at * Second), height);
        var master = Mastering.Apply(track, -14, -1, scene: true);
        Assert.True(master.Loudness < -16);
        Assert.True(20 * Math.Log10(TruePeak.Envelope(master.Track).Max()) <= -1);
        var (loud, soft) = (Highest(master.Track, 1), Highest(master.Track, 4));
        Assert.InRange(20 * Math.Log10(loud / soft), 7.5, 14.2);
        Assert.True(20 * Math.Log10(Highest(master.Track, 5.5)) < -40);
        var music = Mastering.Apply(track, -14, -1);
        Assert.True(Highest(music.Track, 1) / Highest(music.Track, 4) < loud / soft);
    }

    private static void Blow(StereoTrack track, int at, float height)
    {
        for (var i = 0; i < Second / 8; i++)
        {
            var sample = height * MathF.Exp(-i / (0.02f * Second)) * MathF.Sin(0.13f * i);
            track.Left[at + i] += sample;
            track.Right[at + i] += sample;
        }
    }

    private static double Highest(StereoTrack track, double at) => track.Left.AsSpan((int)(at * Second), Second / 4).ToArray().Max(Math.Abs);

    [Theory]
    [InlineData(-14, -1)]
    [InlineData(-23, -3)]
    public async Task Finished_file_has_its_loudness_by_the_meter_of_ffmpeg(double loudness, double peak)
    {
        using var cut = await TestCut.Make(
            new FrameFormat(128, 128, 10),
            [TestCut.Shot("one", 3), TestCut.Shot("two", 3)],
            change: order => order with { Loudness = loudness, TruePeak = peak, Storyboard = order.Storyboard with { Sound = new SoundPlan { Style = MusicStyle.Acoustic } } });
        var log = Encoding.UTF8.GetString(await Ffmpeg.Read(
            ["-i", cut.Video, "-map", "0:a", "-af", "ebur128=peak=true:metadata=1,ametadata=mode=print:file=-", "-f", "null", "/dev/null"], default));
        Assert.Equal(loudness, Last(log, "I"), 0.5);
        Assert.True(20 * Math.Log10(Math.Max(Last(log, "true_peaks_ch0"), Last(log, "true_peaks_ch1"))) <= peak + 0.005);
    }

    private static double Last(string log, string key)
    {
        var from = log.LastIndexOf($"lavfi.r128.{key}=", StringComparison.Ordinal) + key.Length + 12;
        return double.Parse(log.AsSpan(from, log.AsSpan(from).IndexOfAny("\r\n")), CultureInfo.InvariantCulture);
    }

    private static StereoTrack Sine(double hertz, double level, int seconds)
    {
        var track = new StereoTrack(seconds * StereoTrack.Rate);
        for (var i = 0; i < track.Samples; i++)
            track.Left[i] = track.Right[i] = (float)(level * Math.Sin(2 * Math.PI * hertz * i / StereoTrack.Rate));
        return track;
    }
}
