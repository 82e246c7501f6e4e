using SoraFunctions.Benchmarks.Watermark;

namespace SoraFunctions.Benchmarks.Fingerprint;

/// <summary>All that a copy must be known through: what a mark has to outlive, and more.</summary>
internal static class FingerprintAttacks
{
    private static readonly string[] _usual = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23"];

    public static IReadOnlyList<Attack> All { get; } =
    [
        .. Attack.All,
        new("mirrored", ["-vf", "hflip", .. _usual]),
        new("in a picture at 60 %", ["-vf", "split[a][b];[a]hue=s=0,negate,gblur=8[g];[b]scale=iw*0.6:-2[p];[g][p]overlay=W-w-W/30:H-h-H/30", .. _usual]),
        new("10 % slower", ["-vf", "setpts=PTS/0.9", "-r", "30", .. _usual]),
        new("10 % faster", ["-vf", "setpts=PTS/1.1", "-r", "30", .. _usual]),
        new("3 s mirrored, cut, faster", ["-ss", "2", "-t", "3", "-vf", "hflip,crop=iw*0.85:ih*0.85,setpts=PTS/1.07,eq=contrast=1.1", .. _usual]),
    ];
}
