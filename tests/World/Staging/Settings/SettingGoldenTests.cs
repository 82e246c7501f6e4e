using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Running;
using SoraFunctions.World.Panoramas;

namespace SoraFunctions.World.Tests.Staging.Settings;

/// <summary>
/// Each setting looks as recorded, with panoramas (Lit) and without (Painted). The difference allowed covers the recording's JPEG and other
/// processors' rounding, nothing that is seen. To record anew: SORA_RECORD=tests/World/Staging/Settings dotnet test tests/World --filter
/// SettingGoldenTests, once as it is and once with SORA_PANORAMAS=none; then look at the pictures.
/// </summary>
public sealed class SettingGoldenTests
{
    private const double MeanAllowed = 2;
    private const int LargestAllowed = 14;

    [Theory]
    [MemberData(nameof(SettingPictures.All), MemberType = typeof(SettingPictures))]
    public async Task A_setting_looks_as_recorded(Setting setting)
    {
        var (rgb, _) = SettingPictures.Of(setting);
        var name = Path.Combine(PanoramaLibrary.Installed.Folder is null ? "Painted" : "Lit", $"{setting}.jpg");
        if (Environment.GetEnvironmentVariable("SORA_RECORD") is { Length: > 0 } folder)
        {
            await Record(rgb, Path.Combine(folder, name));
            return;
        }

        var golden = await PictureDecoder.Decode(Path.Combine(AppContext.BaseDirectory, "Staging", "Settings", name), CancellationToken.None);

        var differences = rgb.Select((value, i) => Math.Abs(value - golden.Rgba[(i / 3 * 4) + (i % 3)])).Order().ToArray();
        var (mean, large) = (differences.Average(), differences[differences.Length * 99 / 100]);
        Assert.True(mean < MeanAllowed && large < LargestAllowed, $"{setting}: mean difference {mean:F2}, 99th percentile {large}.");
    }

    private static async Task Record(byte[] rgb, string path)
    {
        var rgba = new byte[rgb.Length / 3 * 4];
        Array.Fill(rgba, (byte)255);
        for (var i = 0; i < rgb.Length; i++)
        {
            rgba[(i / 3 * 4) + (i % 3)] = rgb[i];
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var png = Path.ChangeExtension(path, ".png");
        await PngWriter.Write(new(SettingPictures.Width, SettingPictures.Height, rgba), png, CancellationToken.None);
        await Ffmpeg.Run(["-i", png, "-q:v", "2", "-pix_fmt", "yuvj444p", "-map_metadata", "-1", "-flags", "+bitexact", path], CancellationToken.None);
        File.Delete(png);
    }
}
