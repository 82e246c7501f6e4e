using System.Globalization;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Benchmarks.Motion;

/// <summary>Whether clips flicker, judder, freeze or boil, measured on the decoded frames.</summary>
internal static class MotionBenchmark
{
    /// <summary>That of an animation of steady pace is about 0.02; steps by whole pixels give more than 1.</summary>
    private const double MostJudder = 0.06;

    // What the codec alone changes in a scene where nothing moves is 3 and 2 levels.
    private const int MostStill = 6;
    private const int MostStillThousandth = 3;

    // Printed letters leave 20 in their block: moving a block by parts of a pixel is not exact.
    private const double MostBoil = 3;
    private const double MostBoilOfBlock = 30;

    /// <summary>Measures the clips that are named, or shots that are made on the spot and kept where <c>--keep</c> says.</summary>
    /// <returns>0, or 1 when a limit is broken.</returns>
    public static async Task<int> Run(string[] paths)
    {
        if (paths is ["--keep", var kept])
        {
            Print();
            return await Make(Directory.CreateDirectory(kept).FullName) ? 0 : 1;
        }

        if (paths.Where(path => !File.Exists(path)).ToList() is [var missing, ..])
        {
            Console.Error.WriteLine($"There is no file {missing}. bench motion [--keep FOLDER | clip.mp4 ...]");
            return 2;
        }

        Print();
        var passes = true;
        foreach (var path in paths) passes &= await Given(path);
        if (paths.Length == 0)
        {
            var folder = Directory.CreateTempSubdirectory("sora-motion").FullName;
            try
            {
                passes = await Make(folder);
            }
            finally
            {
                Directory.Delete(folder, true);
            }
        }

        return passes ? 0 : 1;
    }

    private static async Task<bool> Make(string folder)
    {
        var passes = true;
        foreach (var (name, order) in Scenes.Moving) passes &= await Made(name, order, false, folder);
        foreach (var (name, order) in Scenes.Still) passes &= await Made(name, order, true, folder);
        return passes;
    }

    private static void Print() =>
        Console.WriteLine("clip                    frames  flicker  smoothness    pace  judder  frozen  most  1/1000    boil  worst block (frame: x, y)");

    private static async Task<bool> Given(string path)
    {
        var motion = await Motion.Of(new Clip(path));
        return Judge(Path.GetFileNameWithoutExtension(path), motion, Faults(motion));
    }

    private static async Task<bool> Made(string name, ShotOrder order, bool still, string folder)
    {
        var path = Path.Combine(folder, $"{name}.mp4");
        await Scenes.Film(order, still, Checkout.Examples, path);
        var motion = await Motion.Of(new Clip(path));
        return Judge(name, motion, still ? StillFaults(motion) : [.. Faults(motion), .. SlowFaults(motion)]);
    }

    private static IEnumerable<string> Faults(Motion motion)
    {
        if (motion.Moves && motion.Judder > MostJudder) yield return $"judder above {MostJudder}";
        if (motion.Moves && motion.Frozen > 0) yield return "frozen pairs";
    }

    private static IEnumerable<string> SlowFaults(Motion motion)
    {
        if (motion.Boil > MostBoil) yield return $"the frame boils above {MostBoil}";
        if (motion.Worst.Residual > MostBoilOfBlock) yield return $"a block boils above {MostBoilOfBlock}";
    }

    private static IEnumerable<string> StillFaults(Motion motion)
    {
        if (motion.Most > MostStill || motion.Thousandth > MostStillThousandth) yield return "frames of a still scene differ by more than the codec does";
    }

    private static bool Judge(string name, Motion motion, IEnumerable<string> faults)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-23} {motion.Frames,6}  {motion.Flicker,7:0.0000}  {motion.Smoothness,10:0.0000}  {motion.Pace,6:0.00}  {motion.Judder,6:0.000}  {motion.Frozen,6}  "
            + $"{motion.Most,4}  {motion.Thousandth,6}  {motion.Boil,6:0.00}  {motion.Worst.Residual:0.0} ({motion.Worst.Frame}: {motion.Worst.X}, {motion.Worst.Y})"));
        var broken = faults.ToList();
        foreach (var fault in broken) Console.WriteLine($"    {fault}");
        return broken.Count == 0;
    }
}
