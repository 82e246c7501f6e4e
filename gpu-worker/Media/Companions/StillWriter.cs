using System.Globalization;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Companions;

/// <summary>Writes still pictures: JPEG and WebP.</summary>
internal static class StillWriter
{
    private static readonly string[] _plain = ["-map_metadata", "-1", "-flags", "+bitexact", "-fflags", "+bitexact"];

    /// <summary>Writes one frame of a video.</summary>
    /// <param name="video">The file.</param>
    /// <param name="seconds">The frame that is seen at this time.</param>
    /// <param name="target">A .jpg or .webp file.</param>
    /// <param name="longest">Pixels that the longer side may have; null for full size.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Task Frame(string video, double seconds, string target, int? longest, CancellationToken cancellation) => Ffmpeg.Run(
        [
            "-ss", seconds.ToString("0.######", CultureInfo.InvariantCulture), "-i", video, "-frames:v", "1",
            // JPEG and WebP mean BT.601 samples; the video's are BT.709.
            "-vf", (longest is { } side ? $"scale={side}:{side}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos:" : "scale=")
                + "in_color_matrix=bt709:out_color_matrix=bt601",
            .. target.EndsWith(".webp", StringComparison.Ordinal) ? (string[])["-c:v", "libwebp", "-quality", "82"] : ["-q:v", "2", "-pix_fmt", "yuvj420p"],
            .. _plain, target,
        ],
        cancellation);

    /// <summary>Writes a picture as JPEG, with words on it.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="words">What is written on it; null for nothing.</param>
    /// <param name="folder">A folder for what is needed in between.</param>
    /// <param name="target">The .jpg file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task Sheet(DecodedPicture picture, AssScript? words, string folder, string target, CancellationToken cancellation)
    {
        await PngWriter.Write(picture, Path.Combine(folder, "sheet.png"), cancellation).ConfigureAwait(false);
        if (words is not null)
            await File.WriteAllTextAsync(Path.Combine(folder, "sheet.ass"), words.ToString(), cancellation).ConfigureAwait(false);
        await using var process = Ffmpeg.Start(
            [
                "-i", "sheet.png", .. words is null ? Array.Empty<string>() : ["-vf", "ass=sheet.ass"],
                "-q:v", "2", "-pix_fmt", "yuvj420p", .. _plain, "sheet.jpg",
            ],
            folder);
        await process.ReadToEnd(cancellation).ConfigureAwait(false);
        File.Move(Path.Combine(folder, "sheet.jpg"), target, overwrite: true);
    }
}
