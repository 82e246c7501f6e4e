using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Contract;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Models.Voices;
using SoraFunctions.Service.Jobs;
using SoraFunctions.Service.Models;
using SoraFunctions.Service.Preparations;

namespace SoraFunctions.Service;

/// <summary>The desk as it is delivered: with every engine of this build and of this machine, and cuts by ffmpeg.</summary>
public static class StandardDesk
{
    /// <summary>The folder of text-to-video packages that the environment names (<c>SORA_MODELS</c>); else <c>models</c> in the current one.</summary>
    public static string Packages => Environment.GetEnvironmentVariable("SORA_MODELS") is { Length: > 0 } named ? named : "models";

    /// <summary>Opens the desk.</summary>
    /// <param name="options">Where and how it works.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="log">Where failures are told; null for nowhere.</param>
    public static RenderDesk Open(DeskOptions options, TimeProvider? time = null, ILogger<RenderDesk>? log = null)
    {
        var models = new WorkerModels();
        var told = log ?? (ILogger)NullLogger.Instance;
        var orders = Orders(options);
        var fetch = new PackageFetch(FetchedIn(options), time ?? TimeProvider.System, told);
        var coming = orders.Count == 0 ? Task.FromResult(models.Painters(Packages, [])) : Task.Run(() => Fetched(fetch, orders, models));
        var (longest, checking) = (options.WarmUp, options.Preparing);
        options = options with
        {
            Coming = coming,
            Preparing = () => coming.IsCompleted ? checking() : fetch.Doing,
            Prepared = longest is { } each ? Task.Run(async () => await Preparation.Run(Packages, [models.World, .. await coming], each, told)) : coming,
        };
        return new(options, [models.World], CutWith(models.Voices), Analyses.With(models.Safety.Report), models.Safety.Withhold, time, log, models.Likeness.Take, models.Fingerprint.Take);
    }

    /// <summary>What <see cref="Open"/> would have to work with. Nothing is fetched, warmed up or written.</summary>
    /// <param name="options">Where and how it would work.</param>
    /// <returns>The engines that are here, by name; and the model packages that would be fetched first, by name.</returns>
    public static (IReadOnlyList<EngineInfo> Engines, IReadOnlyList<string> ToFetch) Look(DeskOptions options)
    {
        var models = new WorkerModels();
        var homes = Orders(options).ToLookup(order => Directory.Exists(Path.Combine(FetchedIn(options), order.Name)), order => order.Name);
        IReadOnlyList<IEngine> engines = [models.World, .. models.Painters(Packages, [.. homes[true].Select(name => Path.Combine(FetchedIn(options), name))])];
        return (EngineShelf.InfoOf(engines), [.. homes[false]]);
    }

    private static string FetchedIn(DeskOptions options) => Path.Combine(options.Folder, "packages");

    private static IReadOnlyList<PackageOrder> Orders(DeskOptions options) => PackageOrder.Read(
        Environment.GetEnvironmentVariable("SORA_MODEL_PACKAGES"), options.Store, Environment.GetEnvironmentVariable("SORA_WORKER_IDENTITY"));

    private static async Task<IReadOnlyList<IEngine>> Fetched(PackageFetch fetch, IReadOnlyList<PackageOrder> orders, WorkerModels models) =>
        models.Painters(Packages, await fetch.All(orders, CancellationToken.None));

    private static CutMaker CutWith(NeuralVoices voices) => async (order, assetPath, folder, progress, cancellation) =>
    {
        List<string> told = [];
        var cut = await CutRoom.Make(
            order, assetPath, folder, progress, cancellation, (utterance, stop) => voices.SpeakForTrack(utterance, told.Add, stop));
        return [.. cut.Warnings, .. told.Distinct()];
    };
}
