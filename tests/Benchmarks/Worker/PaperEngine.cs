using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Benchmarks.Worker;

/// <summary>An engine that takes no time, so that what remains is the desk's own.</summary>
internal sealed class PaperEngine : IEngine
{
    public string Name => "paper";

    public string Version => "1";

    public EngineAbilities Abilities { get; } = new("For trials.");

    public async Task Render(
        ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, OutputNames.Clip), $"{order.Seed}", cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, OutputNames.Log), "{}", cancellation);
    }
}
