using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Assets;

namespace SoraFunctions.Service.Jobs;

/// <summary>Does one job: makes its files in a folder of its own and moves them into the asset store.</summary>
internal sealed class JobRun(string folder, AssetStore assets, IReadOnlyDictionary<string, IEngine> engines, CutMaker cut)
{
    /// <summary>Why a job can't be begun as things stand; null when it can.</summary>
    public RenderError? Refusal(RenderJob job) => job switch
    {
        ShotJob { Order.Engine: var name } when !engines.ContainsKey(name) => new RenderError(
            "no_engine", $"engine '{name}' is not installed on this worker; installed are: {string.Join(", ", engines.Keys)}", false),
        _ => job.Inputs.FirstOrDefault(sha256 => !assets.Has(sha256)) is { } missing ? Failure.Missing(missing) : null,
    };

    /// <summary>Does the job. Its outputs come pinned.</summary>
    public async Task<RenderStatus> Do(LiveJob live, CancellationToken cancellation)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("n"))).FullName;
        try
        {
            var inputs = live.Job.Inputs.ToHashSet();
            string AssetPath(string sha256) => inputs.Contains(sha256)
                ? assets.PathOf(sha256)
                : throw new InvalidOperationException($"asset {sha256} is not among the inputs of the job");

            switch (live.Job)
            {
                case ShotJob shot:
                    var engine = engines[shot.Order.Engine];
                    await engine.Render(shot.Order, AssetPath, place, live, cancellation);
                    IReadOnlyList<string> said = [.. await WarningsOf(place, cancellation), .. OtherVersion(shot.Order, engine)];
                    return await Deliver(live.Key, place, MediaTypes.OfShot, said, cancellation);
                case CutJob order:
                    var warnings = await cut(order.Order, AssetPath, place, live, cancellation);
                    return await Deliver(live.Key, place, MediaTypes.OfCut, warnings, cancellation);
                default:
                    throw new InvalidDataException($"kind {live.Job.GetType().Name} is unknown; accepted are shot and cut");
            }
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private async Task<RenderStatus> Deliver(
        string key, string place, IReadOnlyList<string> names, IReadOnlyList<string> warnings, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(place, names[0])))
        {
            throw new FileNotFoundException($"the job ended without {names[0]}");
        }

        var outputs = new List<RenderOutput>();
        try
        {
            foreach (var name in names.Where(name => File.Exists(Path.Combine(place, name))))
            {
                var asset = await assets.Adopt(Path.Combine(place, name), cancellation);
                outputs.Add(new RenderOutput(name, asset.Sha256, asset.Length, MediaTypes.Of(name)));
            }
        }
        catch
        {
            assets.Unpin(outputs.Select(output => output.Sha256));
            throw;
        }

        return new RenderStatus { Key = key, State = RenderState.Completed, Progress = 1, Outputs = outputs, Warnings = warnings };
    }

    private static IEnumerable<string> OtherVersion(ShotOrder order, IEngine engine)
    {
        if (order.EngineVersion.Length > 0 && order.EngineVersion != engine.Version)
        {
            yield return $"rendered by {engine.Name} {engine.Version}, though {order.EngineVersion} was ordered: frames may differ from its other clips";
        }
    }

    private static async Task<IReadOnlyList<string>> WarningsOf(string place, CancellationToken cancellation)
    {
        await using var log = File.OpenRead(Path.Combine(place, OutputNames.Log));
        var read = await JsonSerializer.DeserializeAsync(log, ContractJson.Default.ClipLog, cancellation);
        return (read ?? new ClipLog()).Warnings;
    }
}
