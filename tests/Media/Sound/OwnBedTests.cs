using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Music.Own;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class OwnBedTests
{
    private const int Rate = StereoTrack.Rate;

    [Theory]
    [InlineData(96)]
    [InlineData(120)]
    [InlineData(133)]
    public void Beat_of_a_recording_is_found(double tempo)
    {
        var pulse = Pulse.Of(Strokes(tempo, 16, 0.2), null);
        Assert.NotNull(pulse);
        Assert.Equal(60 / tempo, pulse.Beat, 0.002);
        Assert.Equal(0.2, pulse.First % pulse.Bar, 0.02);
    }

    [Fact]
    public void No_beat_is_found_in_what_has_none()
    {
        var wind = new StereoTrack(10 * Rate);
        var chance = new Chance(1);
        for (var i = 0; i < wind.Samples; i++)
            wind.Left[i] = wind.Right[i] = 0.1f * chance.Noise();
        Assert.Null(Pulse.Of(wind, null));
    }

    [Fact]
    public void Short_music_is_repeated_by_whole_bars()
    {
        // Four bars and a half of 120 beats a minute: 2 s a bar.
        var fitted = OwnBed.Fit(Strokes(120, 9, 0), 20, null);
        var beats = Beats(fitted).Where(time => time < 18).ToList();
        Assert.True(beats.Count is >= 35 and <= 37, $"{beats.Count} beats");
        Assert.All(beats, time => Assert.Equal(0, Math.IEEERemainder(time, 0.5), 0.02));
    }

    [Fact]
    public void Long_music_ends_on_a_bar_and_rings_out()
    {
        var fitted = OwnBed.Fit(Strokes(120, 40, 0), 11, null);
        Assert.Equal(8, Beats(fitted)[^1], 0.02);
        Assert.True(Loudest(fitted, 9.2, 9.6) > 0.001);
        Assert.True(Loudest(fitted, 10.995, 11) < 0.001);
    }

    [Fact]
    public void Music_about_as_long_as_the_video_is_played_once_with_its_own_ending()
    {
        var music = Strokes(100, 9.5, 0);
        Assert.Equal(music.Left, OwnBed.Fit(music, 10, null).Left[..music.Samples]);
    }

    [Fact]
    public void Music_without_a_beat_is_repeated_without_a_gap()
    {
        var tone = new StereoTrack(3 * Rate);
        for (var i = 0; i < tone.Samples; i++)
            tone.Left[i] = tone.Right[i] = (float)(0.3 * Math.Sin(2 * Math.PI * 440 * i / Rate));
        var fitted = OwnBed.Fit(tone, 12, null);
        Assert.All(Enumerable.Range(0, 98), tenth => Assert.True(Loudest(fitted, tenth / 10.0, (tenth + 1) / 10.0) > 0.1, $"gap at {tenth / 10.0} s"));
    }

    [Theory]
    [InlineData("libmp3lame", "music.mp3")]
    [InlineData("aac", "music.m4a")]
    [InlineData("flac", "music.flac")]
    [InlineData("libvorbis", "music.ogg")]
    [InlineData("pcm_s16le", "music.wav")]
    public async Task Files_of_all_kinds_are_read(string codec, string name)
    {
        using var folder = new WorkFolder();
        await Ffmpeg.Run(["-f", "lavfi", "-i", "sine=440:d=2", "-c:a", codec, folder[name]], default);
        Assert.InRange((await OwnBed.Read(folder[name], default)).Samples / (double)Rate, 1.9, 2.1);
    }

    [Fact]
    public async Task What_is_no_music_is_refused_with_what_is_accepted()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder["a.mp3"], "not music at all");
        Assert.Contains("MP3", (await Assert.ThrowsAsync<InvalidDataException>(() => OwnBed.Read(folder["a.mp3"], default))).Message);
        await Ffmpeg.Run(["-f", "lavfi", "-i", "sine=440:d=0.4", folder["b.wav"]], default);
        Assert.Contains("1 second to 10 minutes", (await Assert.ThrowsAsync<InvalidDataException>(() => OwnBed.Read(folder["b.wav"], default))).Message);
    }

    [Fact]
    public async Task Own_music_is_heard_in_the_cut()
    {
        using var folder = new WorkFolder();
        await Ffmpeg.Run(["-f", "lavfi", "-i", "sine=1234:d=6", folder["own.wav"]], default);
        using var cut = await TestCut.Make(
            new FrameFormat(128, 128, 10),
            [TestCut.Shot("one", 3)],
            change: order => order with
            {
                Music = new OwnMusic(folder["own.wav"]),
                Storyboard = order.Storyboard with { Sound = new SoundPlan { RoomTone = false, Effects = false } },
            });
        var heard = await SoundFile.Read(cut.Video, null, default);
        var crossings = Enumerable.Range(Rate / 2, Rate / 2).Count(i => heard.Left[i - 1] < 0 && heard.Left[i] >= 0);
        Assert.InRange(crossings, 610, 625);
    }

    /// <summary>Short strokes on every beat, with a bass drum on the first of each bar.</summary>
    private static StereoTrack Strokes(double tempo, double seconds, double first)
    {
        var track = new StereoTrack((int)(seconds * Rate));
        for (var beat = 0; first + beat * 60 / tempo < seconds - 0.1; beat++)
        {
            var at = (int)Math.Round((first + beat * 60 / tempo) * Rate);
            Partials.Add(track.Left.AsSpan(at), 1500, 0.5, 0.08, 1.5);
            Partials.Add(track.Right.AsSpan(at), 1500, 0.5, 0.08, 1.5);
            if (beat % 4 == 0)
                Partials.Add(track.Left.AsSpan(at), 70, 0.7, 0.2);
        }

        return track;
    }

    private static List<double> Beats(StereoTrack track)
    {
        var beats = new List<double>();
        for (var i = 0; i < track.Samples; i++)
        {
            if (Math.Abs(track.Right[i]) > 0.25 && (beats.Count == 0 || i / (double)Rate - beats[^1] > 0.2))
                beats.Add(i / (double)Rate);
        }

        return beats;
    }

    private static float Loudest(StereoTrack track, double from, double to) =>
        track.Left[(int)(from * Rate)..(int)(to * Rate)].Max(Math.Abs);
}
