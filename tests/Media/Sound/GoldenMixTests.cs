using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Tests.Sound;

/// <summary>
/// Holds the sound of one cut (blows, a place, music and a voice, ducked and mastered) to what it was when it was last listened to. A change that is
/// meant is recorded anew: <c>SORA_RECORD=tests/Media/Sound dotnet test tests/Media --filter GoldenMix</c>.
/// </summary>
public sealed class GoldenMixTests
{
    private const string Name = "golden-mix.json";
    private static readonly JsonSerializerOptions _json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Fact]
    public async Task Mix_sounds_as_recorded()
    {
        var heard = SoundFeatures.Of((await Mix(MusicStyle.Acoustic)).Mix);
        if (Environment.GetEnvironmentVariable("SORA_RECORD") is { Length: > 0 } folder)
            await File.WriteAllTextAsync(Path.Combine(folder, Name), JsonSerializer.Serialize(heard, _json) + "\n");

        Assert.Empty(heard.Differences(await Recorded()));
    }

    [Fact]
    public async Task Other_music_or_a_voice_that_is_missing_is_noticed()
    {
        var recorded = await Recorded();

        Assert.NotEmpty(SoundFeatures.Of((await Mix(MusicStyle.Techno)).Mix).Differences(recorded));
        Assert.NotEmpty(SoundFeatures.Of((await Mix(MusicStyle.Acoustic, line: null)).Mix).Differences(recorded));
    }

    private static async Task<SoundFeatures> Recorded() =>
        JsonSerializer.Deserialize<SoundFeatures>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sound", Name)), _json)!;

    private static Task<CutSound> Mix(MusicStyle style, string? line = "one two three")
    {
        var falls = new ClipLog
        {
            Contacts =
            [
                new ContactEvent(0.4, "product", "ground", Matter.Glass, Matter.Stone, 0.9, 2.4, 0.4, 0.14, -0.4),
                new ContactEvent(0.95, "product", "ground", Matter.Glass, Matter.Stone, 0.35, 1.1, 0.4, 0.14, 0.1),
            ],
        };
        var board = new Storyboard
        {
            Title = "Golden",
            Cast = [new Subject { Id = "product", Name = "Product", Form = Form.Bottle, Matter = Matter.Glass, Height = 0.14 }],
            Shots =
            [
                new Shot { Id = "a", Seconds = 2, Subjects = ["product"], Setting = Setting.MarbleCounter },
                new Shot { Id = "b", Seconds = 2, Subjects = ["product"], Setting = Setting.Beach, Line = line },
                new Shot { Id = "c", Seconds = 2, Subjects = ["product"], Setting = Setting.MarbleCounter },
            ],
            Sound = new SoundPlan { Style = style },
        };
        var order = new CutOrder { Storyboard = board, Clips = [], Format = new FrameFormat(160, 128), SafeZone = new SafeZone(0, 0, 0, 0), Seed = 7, Loudness = -14 };
        var shots = new List<TimedShot>();
        foreach (var shot in board.Shots)
            shots.Add(new TimedShot(shot, "", falls, shots.LastOrDefault()?.End ?? 0, order.Format.FramesIn(shot.Seconds), TransitionKind.Cut, 0));
        return SoundTrack.Make(new Timeline(order, shots, shots[^1].End), Speak, [], default);
    }

    // A voice that every machine has.
    private static Task<SpokenTrack?> Speak(Utterance utterance, CancellationToken cancellation)
    {
        var samples = Enumerable.Range(0, 48_000).Select(i => 0.3f * MathF.Sin(0.02f * i) * MathF.Sin(MathF.PI * (i % 16_000) / 16_000f)).ToArray();
        return Task.FromResult<SpokenTrack?>(new SpokenTrack(samples, WordTimes.Within(utterance.Words, utterance.Language, samples, 0)));
    }
}
