using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Service.Tests.Stores;
using Xunit.Abstractions;

namespace SoraFunctions.Service.Tests.Replicas;

/// <summary>
/// Three processes of the worker over one store, of which now one and now another is killed: every job is done once, none is lost, none is
/// corrupt. The environment variable <c>SORA_KILL_SECONDS</c> sets for how long, 15 s unless told.
/// </summary>
public sealed partial class KilledReplicasTests(StorageServer server, ITestOutputHelper output) : IClassFixture<StorageServer>, IDisposable
{
    private static readonly TimeSpan _length = TimeSpan.FromSeconds(double.Parse(
        Environment.GetEnvironmentVariable("SORA_KILL_SECONDS") ?? "15", CultureInfo.InvariantCulture));

    private readonly string _folder = Directory.CreateTempSubdirectory("sora-killed-").FullName;
    private readonly List<WorkerProcess> _all = [];
    private readonly WorkerProcess?[] _replicas = new WorkerProcess?[3];
    private string _store = "";

    public void Dispose()
    {
        _all.ForEach(process => process.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_replicas_over_a_blob_container_lose_nothing_and_do_nothing_twice()
    {
        _store = (await server.NewContainer()).AbsoluteUri;
        await Run();
    }

    [Fact]
    public async Task Killed_replicas_over_a_folder_lose_nothing_and_do_nothing_twice()
    {
        _store = Path.Combine(_folder, "store");
        await Run();
    }

    [GeneratedRegex(@"Job (\S+) ended as (\w+), (\w+), by")]
    private static partial Regex End();

    private async Task Run()
    {
        for (var replica = 0; replica < _replicas.Length; replica++)
        {
            Begin(replica);
        }

        var chance = new Random(7);
        using var over = new CancellationTokenSource();
        var killing = Kill(chance, over.Token);
        var asked = new List<Task<RenderStatus>>();
        var clock = Stopwatch.StartNew();

        // On a busy machine it takes longer until a kill meets a job.
        while (clock.Elapsed < _length || (Takeovers() == 0 && clock.Elapsed < 4 * _length))
        {
            // Each order is asked for under two names: both must come out the same.
            var seed = asked.Count / 2;
            asked.Add(Render($"k{seed}-a", seed));
            asked.Add(Render($"k{seed}-b", seed));
            await Task.Delay(1200);
            await Task.WhenAll(asked.SkipLast(6));
        }

        await over.CancelAsync();
        var kills = await killing;
        var ends = await Task.WhenAll(asked).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.All(ends, end => Assert.Equal((RenderState.Completed, null), (end.State, end.Error?.Message)));
        for (var index = 0; index < ends.Length; index += 2)
        {
            Assert.Equal(ends[index].Outputs, ends[index + 1].Outputs);
        }

        foreach (var made in ends.SelectMany(end => end.Outputs).DistinctBy(made => made.Sha256))
        {
            Assert.Equal(made.Sha256, Jobs.Hash(await Worker(tries: 200).Read(made.Sha256)));
        }

        var journal = _all.SelectMany(process => process.Lines).Select(line => End().Match(line)).Where(match => match.Success)
            .GroupBy(match => match.Groups[1].Value).ToDictionary(key => key.Key, key => key.Count());
        Assert.All(journal.Values, count => Assert.Equal(1, count));

        // Who is killed between putting an end and saying so leaves no line.
        Assert.InRange(journal.Count, asked.Count - kills, asked.Count);
        output.WriteLine($"{asked.Count} jobs, {kills} kills, {Takeovers()} takeovers");
        Assert.True(Takeovers() > 0, "no kill met a job");
    }

    private int Takeovers()
    {
        lock (_all)
        {
            return _all.SelectMany(process => process.Lines).Count(line => line.Contains(" is taken over from ", StringComparison.Ordinal));
        }
    }

    private void Begin(int replica)
    {
        var process = new WorkerProcess(
            Path.Combine(_folder, $"replica-{replica}"),
            ("SORA_WORKER_STORE", _store),
            ("SORA_WORKER_LEASE", "2"),
            ("SORA_WORKER_BEAT", "0.3"),
            ("SORA_WORKER_LOOK", "0.2"),
            ("SORA_WORKER_ATTEMPTS", "100"));
        lock (_all)
        {
            _all.Add(process);
        }

        _replicas[replica] = process;
    }

    private async Task<int> Kill(Random chance, CancellationToken over)
    {
        var kills = 0;
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5 + 2.5 * chance.NextDouble()), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (over.IsCancellationRequested)
            {
                return kills;
            }

            var victim = chance.Next(_replicas.Length);
            _replicas[victim]!.Kill();
            kills++;
            Begin(victim);
        }
    }

    private HttpWorker Worker(int tries = 3) => _replicas[Random.Shared.Next(_replicas.Length)]!.Worker(tries);

    /// <summary>Asks any replica, and another one when that is gone, until the job has an end.</summary>
    private async Task<RenderStatus> Render(string key, long seed)
    {
        var job = Jobs.Shot(seed);
        job = job with { Order = job.Order with { Engine = "world", Quality = Quality.Draft, Shot = job.Order.Shot with { Seconds = 0.5m }, Format = new FrameFormat(128, 128, 12) } };
        while (true)
        {
            try
            {
                using var worker = Worker();
                await worker.Submit(key, job, CancellationToken.None);
                if (await worker.Status(key, 1, TimeSpan.FromSeconds(2), CancellationToken.None) is { State: RenderState.Completed or RenderState.Failed } end)
                {
                    return end;
                }
            }
            catch (WorkerException gone) when (gone.Error.Transient)
            {
                await Task.Delay(100);
            }
        }
    }
}
