using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Tests.Sound.Speech;

public sealed class NarrationTests
{
    private readonly List<string> _warnings = [];
    private readonly List<Utterance> _asked = [];

    [Fact]
    public async Task A_line_begins_a_quarter_second_into_its_shot_with_the_times_of_its_words()
    {
        var line = Assert.Single(await Spoken(3, ("one two", 3)));

        Assert.Equal(("one two", 0.25, 1.25), (line.Text, line.From, Math.Round(line.To, 6)));
        Assert.Equal(["one", "two"], line.Words.Select(word => word.Text));
        Assert.Equal((line.From, line.To), (line.Words[0].From, line.Words[^1].To));
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task A_line_that_is_a_little_too_long_is_spoken_faster()
    {
        var line = Assert.Single(await Spoken(2.2m, ("one two three four", 2.2m)));

        Assert.InRange(_asked[^1].Rate, 1.05, 1.2);
        Assert.True(line.To <= 2.2 - 0.1);
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task A_line_runs_on_over_a_cut_where_nothing_else_is_said()
    {
        var line = Assert.Single(await Spoken(4, ("one two three four", 1.5m), (null, 2.5m)));

        Assert.InRange(line.To, 1.5, 2.2);
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task Of_a_line_that_is_much_too_long_the_last_clauses_are_left_out_with_a_warning()
    {
        var lines = await Spoken(4, ("One two, three four five six.", 2m), ("seven", 2m));

        Assert.Equal(["One two", "seven"], lines.Select(line => line.Text));
        Assert.Contains("'One two' is spoken of it", Assert.Single(_warnings));
    }

    [Fact]
    public async Task A_line_without_clauses_ends_at_a_word_and_never_within_one()
    {
        var line = Assert.Single(await Spoken(2, ("one two three four five six seven eight", 2m)));

        Assert.Equal("one two three", line.Text);
        Assert.True(line.To <= 1.9);
        Assert.Contains("cut short after 'one two three'", Assert.Single(_warnings));
    }

    [Fact]
    public async Task A_line_waits_for_the_one_before_it()
    {
        var lines = await Spoken(4, ("one two three", 1.6m), ("four", 2.4m));

        Assert.True(lines[1].From >= lines[0].To + 0.19);
    }

    [Fact]
    public async Task Speakers_are_told_apart_by_their_voices()
    {
        await Spoken(Of(("one", null), ("two", "Ann"), ("three", "Ben"), ("four", "ann")));
        Assert.Equal(["female", "male", "female", "male"], _asked.Select(utterance => utterance.Voice));
        Assert.Contains("the narrator and 'Ben' have one voice", Assert.Single(_warnings));
    }

    [Fact]
    public async Task Two_who_talk_without_a_narrator_have_two_voices()
    {
        await Spoken(Of(("one", "Ann"), ("two", "Ben")));
        Assert.Equal(["female", "male"], _asked.Select(utterance => utterance.Voice));
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task A_speaker_may_be_the_name_of_a_voice()
    {
        await Spoken(Of(("one", null), ("two", "Male")) with { Sound = new SoundPlan { Voice = new VoicePlan("af_heart") } });
        Assert.Equal(["af_heart", "male"], _asked.Select(utterance => utterance.Voice));
    }

    [Fact]
    public async Task What_is_said_in_the_callers_own_sound_is_shown_when_it_is_said_as_far_as_the_video_goes()
    {
        var said = new SoundPlan { Said = [new("Fresh every morning.", 0.5, 2.25), new("Only today.", 3, 9), new("Too late.", 8, 9)] };
        var lines = await Spoken(Of(("", null), ("", null)) with { Sound = said });
        Assert.Equal([("Fresh every morning.", 0.5, 2.25), ("Only today.", 3, 4)], lines.Select(line => (line.Text, line.From, line.To)));
        Assert.All(lines, line => Assert.Equal(line.Text.Split(' '), line.Words.Select(word => word.Text)));
        Assert.All(lines, line => Assert.InRange(line.Words[0].From, line.From, line.Words[1].From));
    }

    [Fact]
    public async Task What_is_sung_while_a_line_is_spoken_is_not_shown_over_it()
    {
        var said = new SoundPlan { Said = [new("La la la.", 0.3, 1), new("Only today.", 2.5, 3.5)] };
        var lines = await Spoken(Of(("one two", null), ("", null)) with { Sound = said });
        Assert.Equal(["one two", "Only today."], lines.Select(line => line.Text));
    }

    private static Storyboard Of(params (string Line, string? Speaker)[] lines) => new()
    {
        Title = "Test",
        Shots = [.. lines.Select((line, i) => new Shot { Id = $"s{i}", Seconds = 2, Subjects = ["a"], Line = line.Line, Speaker = line.Speaker })],
    };

    // A voice that takes half a second for a word.
    private Task<IReadOnlyList<SpokenLine>> Spoken(decimal seconds, params (string? Line, decimal Seconds)[] shots) => Spoken(
        new Storyboard
        {
            Title = "Test",
            Shots = [.. shots.Select((shot, i) => new Shot { Id = $"s{i}", Seconds = shot.Seconds, Subjects = ["a"], Line = shot.Line })],
        },
        seconds);

    private async Task<IReadOnlyList<SpokenLine>> Spoken(Storyboard board, decimal seconds = 8)
    {
        var order = new CutOrder { Storyboard = board, Clips = [], Format = new FrameFormat(160, 128), SafeZone = new SafeZone(0, 0, 0, 0), Seed = 1 };
        var timed = new List<TimedShot>();
        foreach (var shot in board.Shots)
            timed.Add(new TimedShot(shot, "", new(), timed.LastOrDefault()?.End ?? 0, order.Format.FramesIn(shot.Seconds), TransitionKind.Cut, 0));
        var time = new Timeline(order, timed, timed[^1].End);
        var narration = new Narration(time, Speak, _warnings);
        return (await narration.Make((int)(seconds * 48_000), default)).Lines;
    }

    private Task<SpokenTrack?> Speak(Utterance utterance, CancellationToken cancellation)
    {
        _asked.Add(utterance);
        var word = (int)(24_000 / utterance.Rate);
        var samples = Enumerable.Range(0, word * utterance.Words.Count).Select(i => 0.1f * MathF.Sin(0.03f * i)).ToArray();
        var words = utterance.Words.Select((said, i) => new SpokenWord(said.Shown, i * word / 48_000.0, (i + 1) * word / 48_000.0)).ToArray();
        return Task.FromResult<SpokenTrack?>(new SpokenTrack(samples, words));
    }
}
