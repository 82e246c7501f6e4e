using System.Diagnostics;
using SoraFunctions.Media.Running;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.CutOut;
using SoraFunctions.Models.Faces;
using SoraFunctions.Models.Likeness;
using SoraFunctions.Models.Pictures;
using SoraFunctions.Models.Reading;
using SoraFunctions.Models.Safety;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Upscaling;

namespace SoraFunctions.Benchmarks;

/// <summary>What the helper models cost on the CPU: the first call, which loads the model, and the mean of others.</summary>
internal static class HelperModelBenchmarks
{
    public static async Task Run(string[] arguments)
    {
        var calls = arguments.Length > 0 ? int.Parse(arguments[0]) : 5;
        var frame = await TestPicture(1280, 720);
        var small = await TestPicture(256, 256);
        using var pool = new SessionPool(new() { Providers = [ExecutionProvider.Cpu] }, long.MaxValue);
        var sessions = new HelperSessions(HelperModelCatalog.Installed, pool);
        foreach (var missing in HelperModelCatalog.Installed.CheckAll().Where(one => one.Problem is not null))
            Console.Error.WriteLine(missing.Problem);
        var consent = new CharacterConsent("benchmark", "benchmark");
        var face = new Face(new(640, 360), 200, 200, 1, new(600, 330), new(680, 330), new(640, 370), new(640, 410));
        Console.WriteLine($"{calls} calls each; CPU milliseconds of all threads, {Environment.ProcessorCount} processors");
        Console.WriteLine($"{"",-44}{"first",8}{"call",8}{"RSS MiB",10}");
        Measure("PictureSafety, 1280 x 720", calls, () => new PictureSafety(sessions).Check(frame.View));
        Measure("PeopleCutOut, 1280 x 720", calls, () => new PeopleCutOut(sessions).Cut(frame.View));
        Measure("PictureLikeness, 1280 x 720", calls, () => new PictureLikeness(sessions).Describe(frame.View));
        Measure("PictureTextReader, 1280 x 720, with one line", calls, () => new PictureTextReader(sessions).Read(frame.View));
        Measure("FaceDetector, 1280 x 720", calls, () => new FaceDetector(sessions).Find(frame.View));
        Measure("FaceDescriber, one face", calls, () => new FaceDescriber(sessions).Describe(frame.View, face, consent));
        foreach (var method in Enum.GetValues<UpscalingMethod>())
            foreach (var factor in new[] { 2, 4 })
                Measure($"Upscaler, {method}, 256 x 256, {factor} times", calls, () => new Upscaler(sessions).Enlarge(small.View, factor, method));
    }

    private static void Measure(string name, int calls, Action call)
    {
        var first = Spent(call, 1);
        var mean = Spent(call, calls);
        Console.WriteLine($"{name,-44}{first,8:0}{mean,8:0.0}{Environment.WorkingSet / 1048576.0,10:0}");
    }

    private static double Spent(Action call, int times)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < times; i++)
            call();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / times;
    }

    // ffmpeg's test card: colours, edges, and a clock to be read.
    private static async Task<RgbPicture> TestPicture(int width, int height) => new(width, height, await Ffmpeg.Read(
        ["-f", "lavfi", "-i", $"testsrc2=size={width}x{height}", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"], default));
}
