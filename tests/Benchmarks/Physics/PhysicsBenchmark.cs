using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>Mechanics, measured on the pixels of finished videos, and random scenes in which nothing may explode, tunnel or sink in.</summary>
internal static class PhysicsBenchmark
{
    public static async Task<int> Run(string[] arguments)
    {
        switch (arguments)
        {
            case []:
                return await OnPixels() ? 0 : 1;
            case ["--random", var count] when int.TryParse(count, out var scenes) && scenes > 0:
                return Random(0, scenes) ? 0 : 1;
            case ["--random", var count, var first] when int.TryParse(count, out var scenes) && scenes > 0 && int.TryParse(first, out var seed) && seed >= 0:
                return Random(seed, scenes) ? 0 : 1;
            default:
                Console.Error.WriteLine("bench physics                    what mechanics says and what the pixels of the finished video say");
                Console.Error.WriteLine("bench physics --random N [SEED]  explosions, tunnelling and deep overlap in N random scenes, from a seed on");
                return 2;
        }
    }

    private static async Task<bool> OnPixels()
    {
        var folder = Directory.CreateTempSubdirectory("sora-physics").FullName;
        try
        {
            Console.WriteLine(Measurement.Header);
            var passes = true;
            FrameFormat fine = new(640, 360, 60), slow = new(640, 360, 30);
            Func<Task<IEnumerable<Measurement>>>[] takes =
            [
                () => Falls.Fall(fine, folder),
                () => Falls.Bounce(0.3, fine, folder),
                () => Falls.Bounce(0.6, fine, folder),
                () => Falls.Bounce(0.9, fine, folder),
                () => Swings.Pendulum(0.1, slow, folder),
                () => Swings.Pendulum(0.6, slow, folder),
                () => Inclines.Slide(fine, folder),
                () => Inclines.Roll(fine, folder),
                () => Collisions.Meet(1, fine, folder),
                () => Collisions.Meet(2, fine, folder),
                () => Rests.Float(slow, folder),
                () => Spins.DrawIn(fine, folder),
                () => Rests.Stack(slow, folder),
                () => Task.FromResult(Rests.Energy()),
            ];
            foreach (var take in takes)
            {
                foreach (var measurement in await take())
                {
                    Console.WriteLine(measurement);
                    passes &= measurement.Passes;
                }
            }

            Console.WriteLine($"{Environment.CpuUsage.TotalTime.TotalSeconds:0} s of processor time, without the encoder");
            return passes;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static bool Random(int first, int scenes)
    {
        SortedDictionary<string, int> kinds = new(StringComparer.Ordinal) { ["explosion"] = 0, ["overlap"] = 0, ["tunnelling"] = 0 };
        var faults = Enumerable.Range(first, scenes).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(seed => (Seed: seed, Fault: RandomScene.Of(seed).Run(1.5)));
        foreach (var (seed, fault) in faults)
        {
            if (fault is not null)
            {
                Console.WriteLine($"scene {seed}: {fault}");
                kinds[fault[..fault.IndexOf(':', StringComparison.Ordinal)]]++;
            }
        }

        Console.WriteLine($"{scenes} random scenes: {string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value}"))}; {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of processor time");
        return kinds.Values.Sum() == 0;
    }
}
