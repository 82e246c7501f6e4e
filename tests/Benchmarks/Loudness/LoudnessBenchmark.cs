using System.Diagnostics;
using System.Globalization;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Benchmarks.Loudness;

/// <summary>Whether finished files have the loudness and the true peak that their channels ask, by a meter that is not ours.</summary>
internal static class LoudnessBenchmark
{
    private const double MostOff = 0.5;

    /// <summary>The most that ffmpeg's meter may read above the ceiling, in decibels: it prints three digits.</summary>
    private const double MostOver = 0.005;

    /// <summary>Makes cuts and measures them, or measures the files that are named.</summary>
    /// <returns>0, or 1 when a limit is broken.</returns>
    public static async Task<int> Run(string[] paths)
    {
        Console.WriteLine("cut                                  asked LUFS dBTP |   I LUFS   LRA LU   TP dBTP   CPU s without ffmpeg");
        if (paths.Length > 0)
        {
            foreach (var path in paths)
                Print(Path.GetFileName(path), double.NaN, double.NaN, await Measured.Of(path), double.NaN);
            return 0;
        }

        var passes = true;
        var folder = Directory.CreateTempSubdirectory("sora-loudness").FullName;
        try
        {
            foreach (var style in Enum.GetValues<MusicStyle>())
                passes &= await Made(new LoudnessCase(style, -14, -1), folder);
            foreach (var style in (MusicStyle[])[MusicStyle.Elegant, MusicStyle.Epic, MusicStyle.Techno])
            {
                passes &= await Made(new LoudnessCase(style, -14, -1, Spoken: true), folder);
                passes &= await Made(new LoudnessCase(style, -23, -1, Spoken: true), folder);
                passes &= await Made(new LoudnessCase(style, -24, -2), folder);
            }

            passes &= await Made(new LoudnessCase(null, -14, -1, Spoken: true), folder);
            passes &= await Made(new LoudnessCase(MusicStyle.Corporate, -14, -1, Seconds: 60, Spoken: true), folder);
        }
        finally
        {
            Directory.Delete(folder, true);
        }

        return passes ? 0 : 1;
    }

    private static async Task<bool> Made(LoudnessCase made, string folder)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var path = await made.Cut(folder);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        var measured = await Measured.Of(path);
        var passes = Math.Abs(measured.Integrated - made.Loudness) <= MostOff && measured.TruePeak <= made.TruePeak + MostOver;
        Print(made.Name, made.Loudness, made.TruePeak, measured, spent.TotalSeconds, passes ? "" : "  BROKEN");
        return passes;
    }

    private static void Print(string name, double loudness, double peak, Measured measured, double seconds, string verdict = "") => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-38} {loudness,9:0} {peak,4:0} | {measured.Integrated,8:0.0} {measured.Range,8:0.0} {measured.TruePeak,9:0.00} {seconds,17:0.00}{verdict}"));
}
