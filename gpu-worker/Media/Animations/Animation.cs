using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Animations;

/// <summary>Makes small moving pictures for mails, lists and messengers: as large as their limit of bytes takes.</summary>
/// <param name="excerpts">What they show.</param>
/// <param name="format">Raster of the video.</param>
internal sealed class Animation(Excerpts excerpts, FrameFormat format)
{
    private const long MostGif = 3_000_000;
    private const long MostWebp = 1_500_000;

    /// <summary>Longer side in pixels and frames a second, the best first.</summary>
    private static readonly (int Side, int Rate)[] _steps = [(480, 15), (480, 10), (400, 10), (320, 10), (240, 8), (160, 8)];

    /// <summary>Writes a GIF: one palette for the whole, ordered dither, which stays still where the picture does.</summary>
    /// <inheritdoc cref="Write"/>
    public Task<string?> WriteGif(string video, string target, CancellationToken cancellation) => Write(
        MostGif,
        target,
        (side, rate) =>
        [
            "-filter_complex", $"[0:v]{Frames(side, rate)},split[seen][told];[told]palettegen=stats_mode=full[palette];[seen][palette]paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle[out]",
            "-map", "[out]", "-loop", "0", "-f", "gif",
        ],
        video,
        cancellation);

    /// <summary>Writes a WebP.</summary>
    /// <inheritdoc cref="Write"/>
    public Task<string?> WriteWebp(string video, string target, CancellationToken cancellation) => Write(
        MostWebp,
        target,
        (side, rate) => ["-an", "-vf", $"{Frames(side, rate)},format=yuv420p", "-c:v", "libwebp_anim", "-loop", "0", "-quality", "72", "-compression_level", "4", "-f", "webp"],
        video,
        cancellation);

    private string Frames(int side, int rate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{excerpts.Filter},fps={rate},scale={(format.Width >= format.Height ? $"{side}:-2" : $"-2:{side}")}:flags=lanczos+accurate_rnd:in_color_matrix=bt709:out_color_matrix=bt601");

    /// <param name="most">Largest file in bytes.</param>
    /// <param name="target">The file to make.</param>
    /// <param name="arguments">How it is made at a size and rate.</param>
    /// <param name="video">The finished video.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What the caller should know; null for nothing.</returns>
    private static async Task<string?> Write(
        long most, string target, Func<int, int, string[]> arguments, string video, CancellationToken cancellation)
    {
        for (var i = 0; ;)
        {
            var (side, rate) = _steps[i];
            await Ffmpeg.Run(
                ["-threads", "1", "-i", video, .. arguments(side, rate), "-map_metadata", "-1", "-flags", "+bitexact", "-fflags", "+bitexact", target],
                cancellation).ConfigureAwait(false);
            var bytes = new FileInfo(target).Length;
            if (bytes <= most)
                return null;
            if (i == _steps.Length - 1)
                return $"{Path.GetFileName(target)} has {bytes} bytes, more than the {most} that it should.";
            i = Next(i, bytes, most);
        }
    }

    /// <summary>The next step whose file may be expected to be small enough: size goes by pixels and frames.</summary>
    private static int Next(int step, long bytes, long most)
    {
        var now = _steps[step];
        for (var next = step + 1; next < _steps.Length; next++)
        {
            var (side, rate) = _steps[next];
            if (bytes * Math.Pow(side / (double)now.Side, 2) * rate / now.Rate <= most)
                return next;
        }

        return _steps.Length - 1;
    }
}
