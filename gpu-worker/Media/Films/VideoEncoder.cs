using System.Globalization;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Films;

/// <summary>
/// What encodes delivered videos to H.264: x264, or the one of a graphics card. Their bytes differ, so a cut says which one made it.
/// <c>SORA_ENCODER</c> chooses: <c>libx264</c> (the default), <c>h264_nvenc</c>, <c>h264_qsv</c> or <c>h264_vaapi</c>, or <c>auto</c> for the
/// first of the cards' that encodes a few frames here, and x264 where none does.
/// </summary>
internal sealed class VideoEncoder
{
    /// <summary>How long the buffer is that evens out a limited rate.</summary>
    public const double BufferSeconds = 0.5;

    private static readonly VideoEncoder[] _cards =
    [
        new("h264_nvenc", [], "", quality => ["-preset", "p5", "-rc", "vbr", "-cq", quality, "-b:v", "0", "-bf", "2", "-strict_gop", "1", "-forced-idr", "1"]),
        new("h264_qsv", [], ",format=nv12", quality => ["-preset", "slow", "-global_quality", quality, "-bf", "2", "-forced_idr", "1"]),
        new("h264_vaapi", ["-vaapi_device", "/dev/dri/renderD128"], ",format=nv12,hwupload", quality => ["-rc_mode", "CQP", "-qp", quality, "-bf", "2"]),
    ];

    private static readonly Lazy<Task<VideoEncoder>> _chosen = new(() => Choose(Environment.GetEnvironmentVariable("SORA_ENCODER"), CancellationToken.None));

    private readonly Func<string, string[]> _work;

    private VideoEncoder(string name, string[] device, string filter, Func<string, string[]> work) =>
        (Name, Device, Filter, _work) = (name, device, filter, work);

    /// <summary>
    /// x264, whose threads are fixed in number because its choices depend on it. The preset looks at nothing but one reference; bits spent
    /// where later frames need them (mbtree) make up for that. Motion is not refined below a pixel and pairs of B frames are not weighed
    /// (subme, b-adapt): a fifth less work for 3 % more bytes of the same likeness (SSIM).
    /// </summary>
    public static VideoEncoder X264 { get; } = new(
        "libx264", [], "", quality => ["-preset", "superfast", "-crf", quality, "-bf", "2", "-x264-params", "mbtree=1:rc-lookahead=5:subme=0:b-adapt=0", "-threads", "4"]);

    /// <summary>What ffmpeg calls it.</summary>
    public string Name { get; }

    /// <summary>Arguments before the inputs.</summary>
    public IReadOnlyList<string> Device { get; }

    /// <summary>What brings frames to it, at the end of a filter chain.</summary>
    public string Filter { get; }

    /// <summary>The one of this process; asked for once.</summary>
    public static Task<VideoEncoder> Chosen => _chosen.Value;

    /// <summary>The encoder of a wish.</summary>
    /// <param name="wish">A name, <c>auto</c>, or nothing for x264. One that does not work here gives x264.</param>
    /// <param name="cancellation">Stops trying.</param>
    public static async Task<VideoEncoder> Choose(string? wish, CancellationToken cancellation)
    {
        foreach (var card in _cards.Where(card => wish == "auto" || wish == card.Name))
        {
            if (await card.Works(cancellation).ConfigureAwait(false))
                return card;
        }

        return X264;
    }

    /// <summary>Its arguments.</summary>
    /// <param name="quality">0 to 51, lower is better.</param>
    /// <param name="mostBitsASecond">What the picture may take at most; null for as much as the quality takes.</param>
    public string[] Arguments(int quality, int? mostBitsASecond) =>
    [
        "-c:v", Name, "-profile:v", "high", .. _work(quality.ToString(CultureInfo.InvariantCulture)),
        .. mostBitsASecond is { } most
            ? ["-maxrate", most.ToString(CultureInfo.InvariantCulture), "-bufsize", ((int)(most * BufferSeconds)).ToString(CultureInfo.InvariantCulture)]
            : Array.Empty<string>(),
    ];

    private async Task<bool> Works(CancellationToken cancellation)
    {
        try
        {
            await Ffmpeg.Run(
                [
                    .. Device, "-f", "lavfi", "-i", "color=size=320x192:rate=30:duration=0.3", "-vf", $"format=yuv420p{Filter}",
                    .. Arguments(20, null), "-f", "null", "-",
                ],
                cancellation).ConfigureAwait(false);
            return true;
        }
        catch (FfmpegException)
        {
            return false;
        }
    }
}
