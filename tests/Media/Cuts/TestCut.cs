using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Tests.Cuts;

/// <summary>A cut made of clips of one colour each, and what came of it.</summary>
internal sealed class TestCut : IDisposable
{
    private readonly WorkFolder _folder = new();

    public required CutOrder Order { get; init; }

    public CutResult Result { get; private set; } = new([], []);

    public string Video => this[OutputNames.Video];

    public string this[string output] => _folder["out/" + output];

    public static Shot Shot(string id, decimal seconds, Caption? caption = null, Transition? transition = null, string? line = null) => new()
    {
        Id = id, Seconds = seconds, Subjects = ["product"], Caption = caption, Transition = transition ?? new(), Line = line,
    };

    /// <summary>
    /// Makes a cut. Lumas are those of the clips, grey, or a pattern gives them by x and y; logs may be given by shot, and further files by name.
    /// </summary>
    public static async Task<TestCut> Make(
        FrameFormat format,
        IReadOnlyList<Shot> shots,
        IReadOnlyList<byte>? lumas = null,
        IReadOnlyList<ClipLog>? logs = null,
        Func<CutOrder, CutOrder>? change = null,
        Speaker? speaker = null,
        bool noise = false,
        Func<int, int, byte>? pattern = null,
        IReadOnlyDictionary<string, byte[]>? files = null)
    {
        var order = new CutOrder
        {
            Storyboard = new Storyboard { Title = "Test", Shots = shots },
            Clips = [.. shots.Select((_, i) => new ClipAssets($"{i}.mp4", $"{i}.json"))],
            Format = format,
            SafeZone = new SafeZone(0.05, 0.05, 0.05, 0.05),
            Seed = 5,
        };
        var cut = new TestCut { Order = change?.Invoke(order) ?? order };
        for (var i = 0; i < shots.Count; i++)
        {
            await cut.WriteClip($"{i}.mp4", format, format.FramesIn(shots[i].Seconds), lumas?[i] ?? 120, noise, pattern);
            await File.WriteAllTextAsync(cut._folder[$"{i}.json"], JsonSerializer.Serialize(logs?[i] ?? new ClipLog(), ContractJson.Default.ClipLog));
        }

        foreach (var (name, bytes) in files ?? new Dictionary<string, byte[]>())
            await File.WriteAllBytesAsync(cut._folder[name], bytes);
        await cut.Run(speaker: speaker);
        return cut;
    }

    /// <summary>Makes it again, into the same folder.</summary>
    public async Task Run(IProgress<double>? progress = null, CancellationToken cancellation = default, Speaker? speaker = null)
    {
        Directory.CreateDirectory(_folder["out"]);
        Result = await CutRoom.Make(Order, name => _folder[name], _folder["out"], progress ?? new Progress<double>(), cancellation, speaker);
    }

    /// <summary>A frame of the video by its number.</summary>
    public async Task<DecodedPicture> Frame(int number)
    {
        var (w, h) = (Order.Format.Width, Order.Format.Height);
        var rgba = await Ffmpeg.Read(
            ["-i", Video, "-vf", $"select=eq(n\\,{number}),scale=in_color_matrix=bt709", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1"],
            default);
        return new DecodedPicture(w, h, rgba);
    }

    public void Dispose() => _folder.Dispose();

    private async Task WriteClip(string name, FrameFormat format, int frames, byte luma, bool noise, Func<int, int, byte>? pattern)
    {
        var chance = new Random(3);
        await using var writer = new VideoWriter(_folder[name], format);
        for (var i = 0; i < frames; i++)
        {
            var frame = writer.Rent();
            frame.AsSpan().Fill(128);
            frame.AsSpan(0, format.Width * format.Height).Fill(luma);
            if (noise)
            {
                foreach (ref var grain in frame.AsSpan(0, format.Width * format.Height))
                    grain = (byte)(luma + chance.Next(-12, 13));
            }

            for (var k = 0; pattern is not null && k < format.Width * format.Height; k++)
                frame[k] = pattern(k % format.Width, k / format.Width);

            await writer.Write(frame, default);
        }

        await writer.Complete(default);
    }
}
