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
    private int _renders;
    private int _side;

    public string Name => "fake";

    public string Version => "1";

    public int Renders => _renders;

    /// <summary>The most shots that were rendered side by side.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Done once the first shot is being rendered.</summary>
    public Task Begun => _begun.Task;

    /// <summary>What happens in the middle of a shot.</summary>
    public Func<ShotOrder, Func<string, string>, IProgress<double>, CancellationToken, Task> Middle { get; set; } = (_, _, _, _) => Task.CompletedTask;

    public async Task Render(
        ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _renders);
        lock (this)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_side);
        }

        try
        {
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
            lock (this)
            {
                _side--;
            }
        }
    }

    /// <summary>A clip's bytes, as this engine makes them.</summary>
    public static byte[] ClipOf(long seed, string pictures = "") => Encoding.UTF8.GetBytes($"{seed} {pictures}");
}
