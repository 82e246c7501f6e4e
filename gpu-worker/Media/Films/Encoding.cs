using System.Globalization;

namespace SoraFunctions.Media.Films;

/// <summary>The encoders' arguments. Threads are fixed in number because x264's choices depend on it.</summary>
internal static class Encoding
{
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

    /// <summary>
    /// The delivered video: High profile, closed groups of one to two seconds, no edit list (Instagram takes none). The preset looks at
    /// nothing but one reference; bits spent where later frames need them (mbtree) make up for that.
    /// </summary>
    public static string[] Delivery(int framesPerSecond) =>
    [
        "-c:v", "libx264", "-profile:v", "high", "-preset", "superfast", "-crf", "19", "-bf", "2", "-x264-params", "mbtree=1:rc-lookahead=5",
        "-threads", "4", "-g", (framesPerSecond * 2).ToString(CultureInfo.InvariantCulture), "-flags", "+cgop+bitexact", .. Common(framesPerSecond),
    ];

    private static string[] Common(int framesPerSecond) =>
    [
        "-pix_fmt", "yuv420p", "-fps_mode", "cfr", "-fflags", "+bitexact", "-map_metadata", "-1", "-use_editlist", "0",
        "-movflags", "+faststart+use_metadata_tags+negative_cts_offsets+write_colr",
        "-video_track_timescale", (framesPerSecond * 512).ToString(CultureInfo.InvariantCulture),
    ];
}
