using System.Globalization;

namespace SoraFunctions.Media.Films;

/// <summary>The encoder's arguments. Threads are fixed in number because x264's choices depend on it.</summary>
internal static class Encoding
{
    private const string Threads = "4";

    /// <summary>Says that the samples are BT.709, limited range.</summary>
    public static readonly IReadOnlyList<string> Bt709 =
        ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-chroma_sample_location", "left"];

    /// <summary>A clip that is encoded once more: fast, near transparent.</summary>
    public static string[] Clip(int framesPerSecond) =>
    [
        "-c:v", "libx264", "-preset", "ultrafast", "-crf", "10", "-bf", "0", .. Common(framesPerSecond),
        "-use_editlist", "0",
    ];

    /// <summary>The delivered video: High profile, closed groups of one to two seconds, no edit list (Instagram takes none).</summary>
    public static string[] Delivery(int framesPerSecond) =>
    [
        "-c:v", "libx264", "-profile:v", "high", "-preset", "veryfast", "-crf", "19", "-bf", "2", .. Common(framesPerSecond),
        "-use_editlist", "0",
    ];

    private static string[] Common(int framesPerSecond) =>
    [
        "-pix_fmt", "yuv420p", "-threads", Threads, "-g", (framesPerSecond * 2).ToString(CultureInfo.InvariantCulture),
        "-flags", "+cgop+bitexact", "-fflags", "+bitexact", "-fps_mode", "cfr", "-map_metadata", "-1",
        "-movflags", "+faststart+use_metadata_tags+negative_cts_offsets+write_colr",
        "-video_track_timescale", (framesPerSecond * 512).ToString(CultureInfo.InvariantCulture),
    ];
}
