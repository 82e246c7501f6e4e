using System.Diagnostics;
using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Sound.Beats;
using SoraFunctions.Service.Assets;

namespace SoraFunctions.Service.Jobs;

/// <summary>Does one job: makes its files in a folder of its own and moves them among the assets.</summary>
internal sealed class JobRun(
    string folder, DeskAssets assets, EngineShelf engines, ReplicaEngines? replicas, CutMaker cut, Analyst analyse, LikenessMaker? likeness, FingerprintMaker? fingerprint, TimeSpan outage)
{
    /// <summary>Why a job can't be begun as things stand; null when it can.</summary>
    public async Task<RenderError?> Refusal(RenderJob job, CancellationToken cancellation)
    {
        if (job is ShotJob { Order.Engine: var name } && !(replicas is null ? engines.Find(name) is not null : await replicas.Has(name, cancellation)))
        {
            var installed = replicas is null ? engines.Names : (await replicas.All(cancellation)).Select(engine => engine.Name);
            return new RenderError("no_engine", $"engine '{name}' is not installed on this worker; installed are: {string.Join(", ", installed)}", false);
        }

        if (job is LikenessJob && likeness is null)
        {
            return new RenderError("no_likeness", "this worker takes no likenesses", false);
        }

        if (job is FingerprintJob && fingerprint is null)
        {
            return new RenderError("no_fingerprint", "this worker takes no fingerprints of pictures", false);
        }

        foreach (var sha256 in job.Inputs)
        {
            if (!await assets.Has(sha256, cancellation))
            {
                return Failure.Missing(sha256);
            }
        }

        return null;
    }

    /// <summary>Does the job. Its outputs come pinned.</summary>
    public async Task<RenderStatus> Do(OpenJob job, CancellationToken cancellation)
    {
        var inputs = job.Ticket.Job.Inputs.ToHashSet();
        await assets.Fetch(inputs, cancellation);
        var place = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("n"))).FullName;
        job.Place = place;
        try
        {
            string AssetPath(string sha256) => inputs.Contains(sha256)
                ? assets.PathOf(sha256)
                : throw new InvalidOperationException($"asset {sha256} is not among the inputs of the job");

            var begun = Stopwatch.GetTimestamp();
            var (names, warnings) = await Make(job.Ticket.Job, AssetPath, place, job, cancellation);
            var took = new WorkDone((long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds, DeviceOf(job.Ticket.Job));
            return await Deliver(job.Key, place, names, warnings, cancellation) with { Took = took };
        }
        finally
        {
            job.Place = null;
            assets.Unpin(inputs);
            Directory.Delete(place, recursive: true);
        }
    }

    private string DeviceOf(RenderJob job) =>
        job is ShotJob { Order.Engine: var name } && engines.Find(name)?.Abilities is { Device: var device } ? device : "cpu";

    private async Task<(IReadOnlyList<string> Names, IReadOnlyList<string> Warnings)> Make(
        RenderJob job, Func<string, string> assetPath, string place, IProgress<double> progress, CancellationToken cancellation)
    {
        switch (job)
        {
            case ShotJob { Order: var order }:
                var engine = engines.Find(order.Engine)!;
                await engine.Render(order, assetPath, place, progress, cancellation);
                return (MediaTypes.OfShot, [.. await WarningsOf(place, cancellation), .. OtherVersion(order, engine)]);
            case CutJob { Order: var order }:
                return (MediaTypes.OfCut, await cut(order, assetPath, place, progress, cancellation));
            case AnalysisJob { Order: var order }:
                var found = await analyse(order, assetPath, cancellation);
                await File.WriteAllBytesAsync(
                    Path.Combine(place, OutputNames.Analysis),
                    JsonSerializer.SerializeToUtf8Bytes(found, ContractJson.Default.ClipAnalysis),
                    cancellation);
                return (MediaTypes.OfAnalysis, found.Notes);
            case FramesJob { Order: var order }:
                await FrameTaking.Take(order, assetPath(order.Video), Path.Combine(place, OutputNames.Frames), cancellation);
                return (MediaTypes.OfFrames, []);
            case LikenessJob { Order: var order }:
                var facts = await likeness!(assetPath(order.Video), Path.Combine(place, OutputNames.Likeness), cancellation);
                await File.WriteAllBytesAsync(
                    Path.Combine(place, OutputNames.LikenessFacts), JsonSerializer.SerializeToUtf8Bytes(facts, ContractJson.Default.LikenessFacts), cancellation);
                return (MediaTypes.OfLikeness, []);
            case FingerprintJob { Order.Picture: var picture }:
                var print = await fingerprint!(assetPath(picture), cancellation);
                await File.WriteAllBytesAsync(
                    Path.Combine(place, OutputNames.Fingerprint), JsonSerializer.SerializeToUtf8Bytes(print, ContractJson.Default.PictureFingerprint), cancellation);
                return (MediaTypes.OfFingerprint, print.Problem is { } problem ? [problem] : []);
            case SoundJob { Order.Sound: var sound }:
                var heard = await Listening.To(assetPath(sound), sound, cancellation);
                await File.WriteAllBytesAsync(
                    Path.Combine(place, OutputNames.Heard),
                    JsonSerializer.SerializeToUtf8Bytes(heard, ContractJson.Default.SoundAnalysis),
                    cancellation);
                return (MediaTypes.OfSound, []);
            default:
                throw new InvalidDataException($"kind {job.GetType().Name} is unknown; accepted are shot, cut, analysis, frames, likeness, fingerprint and sound");
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
                var asset = await assets.Keep(Path.Combine(place, name), outage, cancellation);
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
