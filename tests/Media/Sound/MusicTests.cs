using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Music;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class MusicTests
{
    private static readonly double[] _starts = [2.5, 5, 7.5];

    public static TheoryData<Mood> Moods => [.. Enum.GetValues<Mood>()];

    [Theory]
    [MemberData(nameof(Moods))]
    public void Tune_keeps_to_its_scale_and_ends_on_its_tonic(Mood mood)
    {
        var style = Style.Of(mood);
        var notes = new Composer(style, Grid.Fit(10, _starts, style.Tempo, null), _starts, 10, 3).Compose();
        var pitched = notes.Where(note => note.Voice is Voice.Bass or Voice.Pad or Voice.Strings || note.Voice == style.Lead).ToList();
        var tonic = pitched.Where(note => note.Voice == Voice.Bass).MaxBy(note => note.Time).Key % 12;
        var scale = style.Scale.Select(step => (step + tonic) % 12).ToHashSet();
        Assert.All(pitched, note => Assert.Contains(note.Key % 12, scale));
        Assert.All(notes, note => Assert.InRange(note.Time, 0, 10));
    }

    [Theory]
    [MemberData(nameof(Moods))]
    public void Music_is_there_throughout_and_is_gone_with_the_last_frame(Mood mood)
    {
        var track = MusicBed.Make(mood, null, 4, [2], 11);
        Assert.Equal(4 * 48_000, track.Samples);
        Assert.All(Enumerable.Range(1, 3), second => Assert.True(Rms(track, second - 0.5, second) > 0.003, $"second {second} is empty"));
        Assert.True(Rms(track, 3.99, 4) < 0.02 * Rms(track, 1, 2));
        Assert.True(track.Left.All(float.IsFinite));
    }

    [Fact]
    public void Same_seed_gives_the_same_music_and_another_seed_another()
    {
        Assert.Equal(MusicBed.Make(Mood.Playful, null, 3, [], 1).Left, MusicBed.Make(Mood.Playful, null, 3, [], 1).Left);
        Assert.NotEqual(MusicBed.Make(Mood.Playful, null, 3, [], 1).Left, MusicBed.Make(Mood.Playful, null, 3, [], 2).Left);
    }

    [Fact]
    public void Beats_fall_on_cuts()
    {
        var grid = Grid.Fit(10, _starts, 100, null);
        Assert.All(_starts, start => Assert.InRange(Math.Abs(start / grid.Beat - Math.Round(start / grid.Beat)) * grid.Beat, 0, 0.12));
        Assert.InRange(10 - grid.At(grid.LastBeat), 0.8, 3.2);
    }

    [Fact]
    public void Ordered_tempo_is_kept() => Assert.Equal(60 / 96.0, Grid.Fit(10, _starts, 120, 96).Beat, 9);

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.2)]
    [InlineData(20)]
    public void Any_length_has_an_ending(double seconds)
    {
        var track = MusicBed.Make(Mood.Elegant, null, seconds, [], 1);
        Assert.True(Rms(track, 0, seconds) > 0.001);
        Assert.True(Rms(track, seconds - 0.01, seconds) < 0.01);
    }

    private static double Rms(StereoTrack track, double from, double to) => Math.Sqrt(track.Left
        .Skip((int)(from * 48_000)).Take((int)((to - from) * 48_000)).Average(sample => (double)sample * sample));
}
