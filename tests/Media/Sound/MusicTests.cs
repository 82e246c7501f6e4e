using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Music;
using SoraFunctions.Media.Sound.Music.Instruments;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class MusicTests
{
    private static readonly CueSheet _cues = CueSheet.Of(10, [2.533, 4.567, 7.1], 7.5);

    public static TheoryData<MusicStyle> All => [.. Enum.GetValues<MusicStyle>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Tune_keeps_to_its_scale_and_ends_on_its_tonic(MusicStyle kind)
    {
        var style = Style.Of(kind);
        var map = TempoMap.Fit(_cues, style.Tempo, false);
        var notes = new Composer(style, map, _cues, 3).Compose();
        var pitched = notes.Where(note => note.Voice is Voice.Bass or Voice.PluckedBass or Voice.Pad or Voice.Strings || note.Voice == style.Lead).ToList();
        var last = notes.Where(note => note.Voice == Voice.Bass).MaxBy(note => note.Time);
        var scale = style.Scale.Select(step => (step + last.Key) % 12).ToHashSet();
        Assert.All(pitched, note => Assert.Contains(note.Key % 12, scale));
        Assert.All(notes, note => Assert.InRange(note.Time, 0, 10));
        Assert.Equal(map.At(map.LastBeat), last.Time, 9);
        Assert.DoesNotContain(notes, note => note.Voice == style.Bed && note.Time > last.Time);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Music_is_there_throughout_and_is_gone_with_the_last_frame(MusicStyle kind)
    {
        var track = MusicBed.Make(kind, null, CueSheet.Of(4, [2], null), 11);
        Assert.Equal(4 * 48_000, track.Samples);
        Assert.All(Enumerable.Range(1, 3), second => Assert.True(Rms(track, second - 0.5, second) > 0.003, $"second {second} is empty"));
        Assert.True(Rms(track, 3.99, 4) < 0.02 * Rms(track, 1, 2));
        Assert.All(track.Left.Concat(track.Right), sample => Assert.InRange(sample, -1f, 1f));
        Assert.InRange(track.Left.Average(), -0.001f, 0.001f);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Accents_fall_on_cuts(MusicStyle kind)
    {
        var track = MusicBed.Make(kind, null, _cues, 7);
        var onsets = Onsets(track);
        var usual = onsets.Order().ElementAt(onsets.Length * 3 / 4);
        Assert.All(_cues.Cuts, cut =>
        {
            var at = (int)(cut * 100);
            Assert.True(onsets[(at - 1)..(at + 3)].Max() > 4 * usual, $"no accent at {cut} s");
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Players_join_until_the_reveal(MusicStyle kind)
    {
        var style = Style.Of(kind);
        var notes = new Composer(style, TempoMap.Fit(_cues, style.Tempo, false), _cues, 5).Compose();
        Assert.Equal(4.567, _cues.Reveal);
        Assert.True(Voices(4.567, 7.1) > Voices(0, 2.5), "nobody joins");

        int Voices(double from, double to) => notes.Where(note => note.Time >= from && note.Time < to).Select(note => note.Voice).Distinct().Count();
    }

    [Theory]
    [InlineData(MusicStyle.Playful)]
    [InlineData(MusicStyle.LunarNewYear)]
    public void Same_seed_gives_the_same_music_and_another_seed_another(MusicStyle kind)
    {
        var cues = CueSheet.Of(3, [1.5], null);
        Assert.Equal(MusicBed.Make(kind, null, cues, 1).Left, MusicBed.Make(kind, null, cues, 1).Left);
        Assert.NotEqual(MusicBed.Make(kind, null, cues, 1).Left, MusicBed.Make(kind, null, cues, 2).Left);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.2)]
    [InlineData(20)]
    public void Any_length_has_an_ending(double seconds)
    {
        var track = MusicBed.Make(MusicStyle.Elegant, null, CueSheet.Of(seconds, [], null), 1);
        Assert.True(Rms(track, 0, seconds) > 0.001);
        Assert.True(Rms(track, seconds - 0.01, seconds) < 0.01);
    }

    [Theory]
    [InlineData(Mood.Energetic, "en", null, MusicStyle.Techno)]
    [InlineData(Mood.Festive, "en", null, MusicStyle.Festive)]
    [InlineData(Mood.Festive, "zh-CN", null, MusicStyle.LunarNewYear)]
    [InlineData(Mood.Festive, "zh-CN", MusicStyle.LoFi, MusicStyle.LoFi)]
    public void Mood_decides_unless_a_style_is_ordered(Mood mood, string language, MusicStyle? ordered, MusicStyle heard) => Assert.Equal(heard, StyleChoice.Of(new Storyboard
    {
        Title = "Test", Shots = [], Language = language, Look = new() { Mood = mood }, Sound = new() { Style = ordered },
    }));

    /// <summary>How much louder each 10 ms are than the 30 ms before them, all bands above 60 Hz together.</summary>
    private static double[] Onsets(StereoTrack track)
    {
        var levels = Enumerable.Range(0, track.Samples / 480).Select(i => Rms(track, i / 100.0, (i + 1) / 100.0)).ToArray();
        return [.. levels.Select((level, i) => Math.Max(0, level - (i < 3 ? level : levels[(i - 3)..i].Average())))];
    }

    private static double Rms(StereoTrack track, double from, double to)
    {
        var (start, end) = ((int)(from * 48_000), Math.Min(track.Samples, (int)(to * 48_000)));
        var sum = 0.0;
        for (var i = start; i < end; i++)
            sum += track.Left[i] * track.Left[i];
        return Math.Sqrt(sum / Math.Max(1, end - start));
    }
}
