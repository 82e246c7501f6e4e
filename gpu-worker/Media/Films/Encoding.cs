using System.Globalization;

namespace SoraFunctions.Media.Films;

/// <summary>The encoders' arguments.</summary>
internal static class Encoding
{
    /// <summary>Longest group of frames of a delivered video, and length of a segment of a stream.</summary>
    public const int SegmentSeconds = 2;

    private const int Quality = 19;

    /// <summary>Says that the samples are BT.709, limited range.</summary>
    public static readonly IReadOnlyList<string> Bt709 =
        ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-chroma_sample_location", "left"];

    /// <summary>
    /// A clip that is encoded once more: each frame by itself, near transparent (MPEG-4 Visual, which has any frame rate and costs
    /// half of the fastest H.264).
    /// </summary>
    public static string[] Clip(int framesPerSecond) =>
    [
        "-c:v", "mpeg4", "-g", "1", "-q:v", "1", "-qmin", "1", "-threads", "1", "-flags", "+bitexact", .. Common(framesPerSecond),
    ];

    /// <summary>The delivered video: High profile, closed groups of up to two seconds, no edit list (Instagram takes none).</summary>
    /// <param name="framesPerSecond">The frame rate.</param>
    /// <param name="encoder">What encodes it; null for x264.</param>
    /// <param name="mostBitsASecond">What the picture may take at most; null for as much as its quality takes.</param>
    /// <param name="segments">Whether a group begins at every even second, so that it can be cut into segments there.</param>
    public static string[] Delivery(int framesPerSecond, VideoEncoder? encoder = null, int? mostBitsASecond = null, bool segments = false) =>
    [
        .. (encoder ?? VideoEncoder.X264).Arguments(Quality, mostBitsASecond),
        "-g", (framesPerSecond * SegmentSeconds).ToString(CultureInfo.InvariantCulture), "-flags", "+cgop+bitexact",
        .. segments ? ["-force_key_frames", $"expr:gte(t,n_forced*{SegmentSeconds})"] : Array.Empty<string>(),
        .. (encoder ?? VideoEncoder.X264).Filter.Length > 0 ? CommonOf(framesPerSecond) : Common(framesPerSecond),
    ];

    /// <summary>A shot for an editing program: near transparent, each frame a key frame.</summary>
    public static string[] Editing(int framesPerSecond) =>
    [
        "-c:v", "libx264", "-profile:v", "high", "-preset", "superfast", "-crf", "12", "-threads", "4", "-g", "1", "-flags", "+bitexact", .. Common(framesPerSecond),
    ];

    private static string[] Common(int framesPerSecond) => ["-pix_fmt", "yuv420p", .. CommonOf(framesPerSecond)];

    private static string[] CommonOf(int framesPerSecond) =>
    [
        "-fps_mode", "cfr", "-fflags", "+bitexact", "-map_metadata", "-1", "-use_editlist", "0",
        "-movflags", "+faststart+use_metadata_tags+negative_cts_offsets+write_colr",
        "-video_track_timescale", (framesPerSecond * 512).ToString(CultureInfo.InvariantCulture),
    ];
}
