using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Beats;
using SoraFunctions.Media.Sound.Music;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Sound.Beats;

/// <summary>What is heard in sound files: silence, length, tempo and beats.</summary>
public sealed class ListeningTests
{
    private const int Rate = StereoTrack.Rate;

    public static TheoryData<MusicStyle> Styles => [.. Enum.GetValues<MusicStyle>()];

    [Theory]
    [InlineData(62, 0.3)]
    [InlineData(87.5, 0)]
    [InlineData(96, 0.11)]
    [InlineData(120, 0.2)]
    [InlineData(133, 0.45)]
    [InlineData(164, 0.05)]
    public async Task Clicks_are_found_where_they_are(double tempo, double first)
    {
        var heard = await Heard(Clicks(20, Enumerable.Range(0, 200).Select(i => first + i * 60 / tempo)));

        Assert.Equal(tempo, heard.Tempo!.Value, 0.3);
        Assert.Equal(first, heard.Lead, 0.002);
        Assert.True(heard.Beats.Count >= 19 * tempo / 60 - 2);
        Assert.All(heard.Beats, beat => Assert.Equal(0, Math.IEEERemainder(beat, 60 / tempo), 0.012));
    }

    [Fact]
    public async Task Band_that_gets_faster_is_followed()
    {
        var times = new List<double> { 0 };
        while (times[^1] < 29)
            times.Add(times[^1] + 60 / (100 + 12 * times[^1] / 30));
        var heard = await Heard(Clicks(30, times));

        Assert.InRange(heard.Tempo!.Value, 100, 112);
        Assert.All(times.Skip(2).SkipLast(2), time => Assert.Contains(heard.Beats, beat => Math.Abs(beat - time) < 0.02));
    }

    [Fact]
    public async Task Beats_are_found_beneath_noise_and_between_off_beats()
    {
        var track = Clicks(24, Enumerable.Range(0, 60).Select(i => i * 0.5));
        var chance = new Chance(7);
        for (var i = 0; i < track.Samples; i++)
            track.Left[i] += 0.05f * chance.Noise();
        foreach (var (at, gain) in Enumerable.Range(0, 47).Select(i => (0.25 + i * 0.5, 0.3)))
            track.Add(Clicks(0.2, [0]), gain, at);
        var heard = await Heard(track);

        Assert.Equal(120, heard.Tempo!.Value, 0.5);
        Assert.All(heard.Beats, beat => Assert.Equal(0, Math.IEEERemainder(beat, 0.5), 0.02));
    }

    [Fact]
    public async Task What_is_out_of_phase_between_the_sides_is_heard_too()
    {
        var track = Clicks(12, Enumerable.Range(0, 24).Select(i => i * 0.5));
        for (var i = 0; i < track.Samples; i++)
            track.Right[i] = -track.Left[i];

        Assert.Equal(120, (await Heard(track)).Tempo!.Value, 0.5);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task Tempo_of_composed_music_is_found(MusicStyle style)
    {
        const int tempo = 104;
        var heard = await Heard(MusicBed.Make(style, tempo, CueSheet.Of(32, [], 28), 5));

        // A listener may tap at half or at twice the speed.
        Assert.NotNull(heard.Tempo);
        Assert.Contains(new[] { 0.5, 1, 2 }, times => Math.Abs(heard.Tempo.Value / (tempo * times) - 1) < 0.02);
    }

    [Fact]
    public async Task Noise_has_no_beat()
    {
        var wind = new StereoTrack(15 * Rate);
        var chance = new Chance(1);
        for (var i = 0; i < wind.Samples; i++)
            wind.Left[i] = wind.Right[i] = 0.1f * chance.Noise();
        var heard = await Heard(wind);

        Assert.Null(heard.Tempo);
        Assert.Empty(heard.Beats);
        Assert.Equal(15, heard.Seconds, 0.05);
    }

    [Fact]
    public async Task What_is_no_sound_or_silent_is_refused_by_its_name()
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder["a.mp3"], "not music at all");
        Assert.Contains("asset a1 can't be decoded", (await Assert.ThrowsAsync<InvalidDataException>(() => Listening.To(folder["a.mp3"], "a1", default))).Message);
        await Ffmpeg.Run(["-f", "lavfi", "-i", "anullsrc=d=5", folder["b.wav"]], default);
        Assert.Contains("asset b2 is silent", (await Assert.ThrowsAsync<InvalidDataException>(() => Listening.To(folder["b.wav"], "b2", default))).Message);
    }

    private static async Task<SoundAnalysis> Heard(StereoTrack track)
    {
        using var folder = new WorkFolder();
        var bytes = new byte[track.Samples * 8];
        for (var i = 0; i < track.Samples; i++)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(8 * i), track.Left[i]);
            BitConverter.TryWriteBytes(bytes.AsSpan(8 * i + 4), track.Right[i]);
        }

        await File.WriteAllBytesAsync(folder["raw"], bytes);
        await Ffmpeg.Run(["-f", "f32le", "-ar", "48000", "-ac", "2", "-i", folder["raw"], "-c:a", "flac", folder["sound.flac"]], default);
        return await Listening.To(folder["sound.flac"], "x", default);
    }

    private static StereoTrack Clicks(double seconds, IEnumerable<double> times)
    {
        var track = new StereoTrack((int)(seconds * Rate));
        foreach (var at in times.Where(time => time < seconds - 0.1).Select(time => (int)Math.Round(time * Rate)))
        {
            Partials.Add(track.Left.AsSpan(at), 1500, 0.5, 0.08, 1.5);
            Partials.Add(track.Right.AsSpan(at), 1500, 0.5, 0.08, 1.5);
        }

        return track;
    }
}

file static class Tracks
{
    /// <summary>Adds a track from a time on.</summary>
    public static void Add(this StereoTrack track, StereoTrack other, double gain, double seconds) =>
        track.Add(other.Left, other.Right, (int)(seconds * StereoTrack.Rate), gain, gain);
}
