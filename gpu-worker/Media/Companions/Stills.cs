using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Checks;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Companions;

/// <summary>The still pictures that go with a video and its manifest, all written by one run of ffmpeg: starting it costs more than any of them.</summary>
/// <param name="Best">The poster is the frame that is seen at this time, in seconds.</param>
/// <param name="Sprites">The sprite sheet.</param>
/// <param name="Contacts">The contact sheet, without its words.</param>
/// <param name="Words">The contact sheet's words.</param>
internal sealed record Stills(double Best, DecodedPicture Sprites, DecodedPicture Contacts, AssScript Words)
{
    private const int ThumbnailSide = 480;
    private const string SpritesRgba = "sprites.rgba";
    private const string ContactsRgba = "contacts.rgba";
    private const string Script = "contacts.ass";

    /// <summary>About 12 KB: every remix carries it on.</summary>
    private const int ManifestQuality = 5;

    private static readonly string[] _jpeg = Jpeg(2);

    private static string[] Plain => ["-map_metadata", "-1", "-flags", "+bitexact", "-fflags", "+bitexact", "-frames:v", "1"];

    /// <summary>Writes poster, thumbnail, the manifest's picture, sprite sheet and contact sheet; gives what was decoded to check the video.</summary>
    /// <param name="folder">Where the video is and the stills go.</param>
    /// <param name="work">A folder for what is needed in between.</param>
    /// <param name="sound">Whether the video has sound.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReadBack> Write(string folder, string work, bool sound, CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(Path.Combine(work, SpritesRgba), Sprites.Rgba, cancellation).ConfigureAwait(false);
        await File.WriteAllBytesAsync(Path.Combine(work, ContactsRgba), Contacts.Rgba, cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(work, Script), Words.ToString(), cancellation).ConfigureAwait(false);
        // JPEG and WebP mean BT.601 samples; the video's are BT.709.
        const string matrix = "in_color_matrix=bt709:out_color_matrix=bt601";
        await using var process = Ffmpeg.Start(
            [
                "-ss", Best.ToString("0.######", CultureInfo.InvariantCulture), "-threads", "1", "-i", Path.Combine(folder, OutputNames.Video),
                .. Raw(Sprites, SpritesRgba), .. Raw(Contacts, ContactsRgba), .. ReadBack.Inputs(Path.Combine(folder, OutputNames.Video)),
                "-filter_complex",
                $"[0:v]trim=end_frame=1,split[large][small];[large]scale={matrix}[poster];"
                    + $"[small]scale={ThumbnailSide}:{ThumbnailSide}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos:{matrix},split[thumbnail][manifest];"
                    + $"[2:v]ass={Script}[contacts]",
                "-map", "[poster]", .. _jpeg, Path.Combine(folder, OutputNames.Poster),
                "-map", "[thumbnail]", "-c:v", "libwebp", "-quality", "82", .. Plain, Path.Combine(folder, OutputNames.Thumbnail),
                "-map", "[manifest]", .. Jpeg(ManifestQuality), Path.Combine(folder, OutputNames.ManifestPicture),
                "-map", "1:v", .. _jpeg, Path.Combine(folder, OutputNames.Spritesheet),
                "-map", "[contacts]", .. _jpeg, Path.Combine(folder, OutputNames.ContactSheet),
                .. ReadBack.Outputs(3, sound),
            ],
            work);
        await process.ReadToEnd(cancellation).ConfigureAwait(false);
        return await ReadBack.Read(work, sound, cancellation).ConfigureAwait(false);
    }

    private static string[] Jpeg(int quality) =>
        ["-q:v", quality.ToString(CultureInfo.InvariantCulture), "-pix_fmt", "yuvj420p", .. Plain];

    private static string[] Raw(DecodedPicture picture, string name) =>
        ["-f", "rawvideo", "-pix_fmt", "rgba", "-s", $"{picture.Width}x{picture.Height}", "-i", name];
}
