namespace SoraFunctions.Benchmarks.Watermark;

/// <summary>Something that happens to a video on its way.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Arguments">ffmpeg's, between the input and the output.</param>
/// <param name="Ending">Of the file that comes out.</param>
internal sealed record Attack(string Name, string[] Arguments, string Ending = "mp4")
{
    private static readonly string[] _usual = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23"];

    /// <summary>All that a mark has to outlive.</summary>
    public static IReadOnlyList<Attack> All { get; } =
    [
        new("as delivered", ["-c", "copy"]),
        new("H.264 CRF 18", ["-c:v", "libx264", "-crf", "18"]),
        new("H.264 CRF 23", ["-c:v", "libx264", "-crf", "23"]),
        new("H.264 CRF 28", ["-c:v", "libx264", "-crf", "28"]),
        new("H.264 CRF 32", ["-c:v", "libx264", "-crf", "32"]),
        new("HEVC CRF 28", ["-c:v", "libx265", "-preset", "veryfast", "-crf", "28", "-x265-params", "log-level=none"]),
        new("VP9 CRF 34", ["-c:v", "libvpx-vp9", "-crf", "34", "-b:v", "0", "-cpu-used", "6", "-row-mt", "1"], "webm"),
        new("scaled to 50 %", ["-vf", "scale=iw/2:-2", .. _usual]),
        new("scaled to 75 %", ["-vf", "scale=iw*0.75:-2", .. _usual]),
        new("scaled to 150 %", ["-vf", "scale=iw*1.5:-2", .. _usual]),
        new("10 % cut off each side", ["-vf", "crop=iw*0.8:ih*0.8", .. _usual]),
        new("the same, enlarged again", ["-vf", "crop=iw*0.8:ih*0.8,scale=iw*1.25:-2", .. _usual]),
        new("letter-boxed upright", ["-vf", "scale=720:-2,pad=720:1280:0:(oh-ih)/2", .. _usual]),
        new("24 frames a second", ["-r", "24", .. _usual]),
        new("25 frames a second", ["-r", "25", .. _usual]),
        new("60 frames a second", ["-r", "60", .. _usual]),
        new("3 s of it", ["-ss", "3.3", "-t", "3", .. _usual]),
        new("1 s of it", ["-ss", "4.1", "-t", "1", .. _usual]),
        new("one frame of it, PNG", ["-ss", "4.1", "-frames:v", "1"], "png"),
        new("words over it", ["-vf", "drawtext=text=SALE TODAY:fontsize=h/6:x=(w-tw)/2:y=h/3:fontcolor=white:box=1:boxcolor=black", .. _usual]),
        new("brighter, harder", ["-vf", "eq=brightness=0.15:contrast=1.15:saturation=1.15", .. _usual]),
        new("darker, softer", ["-vf", "eq=brightness=-0.15:contrast=0.85:saturation=0.85", .. _usual]),
        new("GIF, 480 wide, 12 a second", ["-vf", "fps=12,scale=480:-2,split[a][b];[a]palettegen[p];[b][p]paletteuse"], "gif"),
    ];
}
