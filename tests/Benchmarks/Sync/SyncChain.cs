using System.Runtime.InteropServices;
using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Running;
using SoraFunctions.World;

namespace SoraFunctions.Benchmarks.Sync;

/// <summary>The whole way from an order to a finished video, with effects alone, and back to its sound.</summary>
internal static class SyncChain
{
    /// <summary>Renders a shot into a folder of its own.</summary>
    public static async Task<ClipLog> Render(ShotOrder order, string folder)
    {
        Directory.CreateDirectory(folder);
        await new WorldEngine().Render(order, picture => Path.Combine(Checkout.Examples, picture), folder, new Progress<double>(), CancellationToken.None);
        await using var file = File.OpenRead(Path.Combine(folder, OutputNames.Log));
        return (await JsonSerializer.DeserializeAsync(file, ContractJson.Default.ClipLog))!;
    }

    /// <summary>Cuts shots to one video.</summary>
    /// <returns>The path of the MP4 file.</returns>
    public static async Task<string> Cut(IReadOnlyList<(ShotOrder Order, string Folder)> shots, string folder)
    {
        var order = new CutOrder
        {
            Storyboard = new Storyboard
            {
                Title = "Sync",
                Shots = [.. shots.Select((shot, i) => shot.Order.Shot with { Id = $"shot-{i}" })],
                Sound = new SoundPlan { Music = false, RoomTone = false },
            },
            Clips = [.. shots.Select(shot => new ClipAssets(Path.Combine(shot.Folder, OutputNames.Clip), Path.Combine(shot.Folder, OutputNames.Log)))],
            Format = shots[0].Order.Format,
            SafeZone = new SafeZone(0.05, 0.05, 0.05, 0.05),
            Seed = 11,

            // Blows are short: brought to the loudness of speech and music they would all be limited to one height.
            Loudness = -30,
        };
        Directory.CreateDirectory(folder);
        await CutRoom.Make(order, path => path, folder, new Progress<double>(), CancellationToken.None);
        return Path.Combine(folder, OutputNames.Video);
    }

    /// <summary>The sound of a finished video as a player has it: decoded, and set to the time that the file says.</summary>
    public static async Task<float[]> Sound(string video)
    {
        var raw = await Ffmpeg.Read(
            ["-i", video, "-map", "0:a", "-af", "aresample=async=1:first_pts=0", "-ac", "1", "-ar", "48000", "-f", "f32le", "pipe:1"], CancellationToken.None);
        return MemoryMarshal.Cast<byte, float>(raw).ToArray();
    }
}
