using System.Globalization;
using System.Text;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Benchmarks.Loudness;

/// <summary>What ffmpeg's meter (ebur128, EBU Tech 3341) says of an encoded file.</summary>
/// <param name="Integrated">LUFS.</param>
/// <param name="Range">Loudness range in LU.</param>
/// <param name="TruePeak">dBTP.</param>
internal sealed record Measured(double Integrated, double Range, double TruePeak)
{
    public static async Task<Measured> Of(string path)
    {
        var log = Encoding.UTF8.GetString(await Ffmpeg.Read(
            ["-i", "file:" + path, "-map", "0:a", "-af", "ebur128=peak=true:metadata=1,ametadata=mode=print:file=-", "-f", "null", "/dev/null"], default));
        return new Measured(Last(log, "I"), Last(log, "LRA"), 20 * Math.Log10(Math.Max(Last(log, "true_peaks_ch0"), Last(log, "true_peaks_ch1"))));
    }

    private static double Last(string log, string key)
    {
        var name = $"lavfi.r128.{key}=";
        var at = log.LastIndexOf(name, StringComparison.Ordinal);
        return at < 0 ? double.NaN : double.Parse(log.AsSpan(at + name.Length, log.AsSpan(at + name.Length).IndexOfAny("\r\n")), CultureInfo.InvariantCulture);
    }
}
