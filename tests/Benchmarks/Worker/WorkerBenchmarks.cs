using System.Diagnostics;
using System.Security.Cryptography;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Service;

namespace SoraFunctions.Benchmarks.Worker;

/// <summary>What the desk itself costs: durable jobs from submission to their end, and assets put and read.</summary>
internal static class WorkerBenchmarks
{
    private const int AssetLength = 16 << 20;

    /// <summary>Measures in a folder of its own and prints what it found.</summary>
    /// <param name="args">Number of jobs (1000), and the folder whose disk is measured (the temporary one).</param>
    public static async Task Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 1000;
        var folder = Path.Combine(args.Length > 1 ? args[1] : Path.GetTempPath(), $"sora-worker-{Guid.NewGuid():n}");
        try
        {
            await using var desk = new RenderDesk(
                new DeskOptions { Folder = folder, QueueLimit = count }, [new PaperEngine()], (_, _, _, _, _) => throw new NotSupportedException());
            await Jobs(desk, 10);
            await Jobs(desk, count);
            await Assets(desk, 8);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Jobs(RenderDesk desk, int count)
    {
        var clock = Stopwatch.StartNew();
        var waits = new double[count];
        await Task.WhenAll(Enumerable.Range(0, count).Select(async seed =>
        {
            var begin = clock.Elapsed;
            await desk.Submit($"{count}-{seed}", Shot(seed), Turn.Usual, CancellationToken.None);
            waits[seed] = (clock.Elapsed - begin).TotalMilliseconds;
            RenderStatus? status;
            do
            {
                status = await desk.Status($"{count}-{seed}", 1, RenderDesk.LongestWait, CancellationToken.None);
            }
            while (status?.State is RenderState.Queued or RenderState.Running);
            if (status?.State != RenderState.Completed)
            {
                throw new InvalidOperationException($"job {seed} ended as {status?.State}: {status?.Error?.Message}");
            }
        }));
        Array.Sort(waits);
        Console.WriteLine($"{count} jobs through to their end: {count / clock.Elapsed.TotalSeconds:0} a second; stored within {waits[count / 2]:0} ms (median) of being asked for");
    }

    private static async Task Assets(RenderDesk desk, int count)
    {
        var assets = Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetBytes(AssetLength)).ToList();
        var hashes = assets.ConvertAll(asset => Convert.ToHexStringLower(SHA256.HashData(asset)));
        var clock = Stopwatch.StartNew();
        for (var index = 0; index < count; index++)
        {
            await desk.Put(hashes[index], new MemoryStream(assets[index]), CancellationToken.None);
        }

        Console.WriteLine($"put, hashed and flushed: {Rate(count, clock):0} MiB/s");
        clock.Restart();
        foreach (var hash in hashes)
        {
            await using var stream = await desk.Open(hash, CancellationToken.None);
            await stream.CopyToAsync(Stream.Null);
        }

        Console.WriteLine($"read: {Rate(count, clock):0} MiB/s");
    }

    private static double Rate(int count, Stopwatch clock) => count * (AssetLength >> 20) / clock.Elapsed.TotalSeconds;

    private static ShotJob Shot(long seed) => new(new ShotOrder
    {
        Engine = "paper",
        Shot = new Shot { Id = "a", Seconds = 1, Subjects = ["one"] },
        Cast = [new Subject { Id = "one", Name = "One", Form = Form.Bottle }],
        Look = new Look(),
        Format = new FrameFormat(1280, 720),
        Seed = seed,
    });
}
