using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Films;

namespace SoraFunctions.Benchmarks.Loudness;

/// <summary>A cut of grey clips in which things fall and somebody may speak.</summary>
/// <param name="Style">Its music; null for none.</param>
/// <param name="Loudness">LUFS that are asked.</param>
/// <param name="TruePeak">dBTP that are asked.</param>
/// <param name="Spoken">Whether lines are spoken.</param>
/// <param name="Seconds">Its length.</param>
internal sealed record LoudnessCase(MusicStyle? Style, double Loudness, double TruePeak, bool Spoken = false, int Seconds = 10)
{
    private const decimal ShotSeconds = 2.5m;

    public string Name => $"{Style?.ToString() ?? "no music"}, {Seconds} s{(Spoken ? ", spoken" : "")}";

    /// <summary>Makes it; gives the path of the video.</summary>
    public async Task<string> Cut(string folder)
    {
        var format = new FrameFormat(320, 180, 30);
        var clip = Path.Combine(folder, "clip.mp4");
        if (!File.Exists(clip))
            await Grey(clip, format);
        var log = Path.Combine(folder, "log.json");
        await File.WriteAllTextAsync(log, JsonSerializer.Serialize(Falls, ContractJson.Default.ClipLog));
        var shots = Enumerable.Range(0, (int)(Seconds / ShotSeconds)).Select(i => new Shot
        {
            Id = $"shot-{i}",
            Seconds = ShotSeconds,
            Subjects = ["product"],
            Setting = i % 2 == 0 ? Setting.Beach : Setting.MarbleCounter,
            Line = Spoken && i % 2 == 0 ? "A warm amber scent, twelve hours." : null,
        }).ToList();
        var order = new CutOrder
        {
            Storyboard = new Storyboard
            {
                Title = "Loudness",
                Cast = [new Subject { Id = "product", Name = "Product", Form = Form.Bottle, Matter = Matter.Glass, Height = 0.14 }],
                Shots = shots,
                Sound = new SoundPlan { Music = Style is not null, Style = Style },
                EndCard = new EndCard { Title = "Loudness" },
            },
            Clips = [.. shots.Select(_ => new ClipAssets("clip.mp4", "log.json"))],
            Format = format,
            SafeZone = new SafeZone(0.05, 0.05, 0.05, 0.05),
            Loudness = Loudness,
            TruePeak = TruePeak,
            Seed = 7,
        };
        var made = Directory.CreateDirectory(Path.Combine(folder, "made")).FullName;
        await CutRoom.Make(order, name => Path.Combine(folder, name), made, new Progress<double>(), default);
        return Path.Combine(made, OutputNames.Video);
    }

    /// <summary>A glass falls on stone, bounces, and rolls.</summary>
    private static ClipLog Falls => new()
    {
        Contacts =
        [
            new ContactEvent(0.4, "product", "ground", Matter.Glass, Matter.Stone, 0.9, 2.4, 0.4, 0.14, 0),
            new ContactEvent(0.95, "product", "ground", Matter.Glass, Matter.Stone, 0.35, 1.1, 0.4, 0.14, 0.1),
            new ContactEvent(1.3, "product", "ground", Matter.Glass, Matter.Stone, 0.12, 0.5, 0.4, 0.14, 0.2),
        ],
    };

    private static async Task Grey(string path, FrameFormat format)
    {
        await using var writer = new VideoWriter(path, format);
        for (var i = 0; i < format.FramesIn(ShotSeconds); i++)
        {
            var frame = writer.Rent();
            frame.AsSpan().Fill(128);
            await writer.Write(frame, default);
        }

        await writer.Complete(default);
    }
}
