using System.Text;
using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Tests;

/// <summary>An engine whose clips are the words of their order, and which can be held in the middle of a shot.</summary>
internal sealed class FakeEngine : IEngine
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<long> _seeds = [];
    private int _side;

    public string Name { get; init; } = "fake";

    public string Version => "1";

    public EngineAbilities Abilities { get; } = new("For trials.");

    public int Renders => _seeds.Count;

    /// <summary>Seeds of the shots in the order in which they were begun.</summary>
    public IReadOnlyList<long> Seeds => _seeds;

    /// <summary>The most shots that were rendered side by side.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Done once the first shot is being rendered.</summary>
    public Task Begun => _begun.Task;

    /// <summary>What happens in the middle of a shot.</summary>
    public Func<ShotOrder, Func<string, string>, IProgress<double>, CancellationToken, Task> Middle { get; set; } = (_, _, _, _) => Task.CompletedTask;

    /// <summary>What is left in the folder of a shot before its middle.</summary>
    public Func<string, Task> Place { get; set; } = _ => Task.CompletedTask;

    public async Task Render(
        ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        lock (_seeds)
        {
            _seeds.Add(order.Seed);
            MostAtOnce = Math.Max(MostAtOnce, ++_side);
        }

        try
        {
            await Place(folder);
            _begun.TrySetResult();
            await Middle(order, assetPath, progress, cancellation);
            var pictures = order.Cast.Where(subject => subject.Picture is not null).Select(subject => File.ReadAllText(assetPath(subject.Picture!)));
            await File.WriteAllTextAsync(Path.Combine(folder, OutputNames.Clip), $"{order.Seed} {string.Concat(pictures)}", cancellation);
            var log = new ClipLog { Warnings = [$"seed {order.Seed} is fake"] };
            await File.WriteAllBytesAsync(
                Path.Combine(folder, OutputNames.Log), JsonSerializer.SerializeToUtf8Bytes(log, ContractJson.Default.ClipLog), cancellation);
        }
        finally
        {
            lock (_seeds)
            {
                _side--;
            }
        }
    }

    /// <summary>A clip's bytes, as this engine makes them.</summary>
    public static byte[] ClipOf(long seed, string pictures = "") => Encoding.UTF8.GetBytes($"{seed} {pictures}");
}
