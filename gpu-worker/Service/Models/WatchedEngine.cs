using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Models.Safety;

namespace SoraFunctions.Service.Models;

/// <summary>An engine that paints from words, and whose clips are looked at before anybody gets them.</summary>
/// <param name="engine">The engine.</param>
/// <param name="safety">Who looks.</param>
public sealed class WatchedEngine(IEngine engine, ClipSafety safety) : IEngine
{
    /// <inheritdoc/>
    public string Name => engine.Name;

    /// <inheritdoc/>
    public string Version => engine.Version;

    /// <inheritdoc/>
    public EngineAbilities Abilities => engine.Abilities;

    /// <inheritdoc/>
    public async Task Render(
        ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        await engine.Render(order, assetPath, folder, progress, cancellation);
        var (verdict, second) = await safety.Judge(Path.Combine(folder, OutputNames.Clip), cancellation);
        if (verdict.Decision == SafetyDecision.Refused)
        {
            throw new InvalidDataException($"The clip that {Name} made may not be shown: at {second:0.0} s it is {verdict.Reason}. Ask for it in other words or with another seed.");
        }

        if (verdict.Decision != SafetyDecision.Allowed)
        {
            await Warn(
                Path.Combine(folder, OutputNames.Log),
                verdict.Decision == SafetyDecision.Review ? $"A person should look at the clip: at {second:0.0} s there is {verdict.Reason}." : $"Nobody looked whether the clip may be shown: {verdict.Reason}.",
                cancellation);
        }
    }

    private static async Task Warn(string path, string warning, CancellationToken cancellation)
    {
        var log = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellation), ContractJson.Default.ClipLog)!;
        var told = log with { Warnings = [.. log.Warnings, warning] };
        await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(told, ContractJson.Default.ClipLog), cancellation);
    }
}
