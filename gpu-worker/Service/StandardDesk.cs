using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Contract;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Models.Voices;
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
        var orders = PackageOrder.Read(
            Environment.GetEnvironmentVariable("SORA_MODEL_PACKAGES"), options.Store, Environment.GetEnvironmentVariable("SORA_WORKER_IDENTITY"));
        var fetch = new PackageFetch(Path.Combine(options.Folder, "packages"), time ?? TimeProvider.System, told);
        var coming = orders.Count == 0 ? Task.FromResult(models.Painters(Packages, [])) : Task.Run(() => Fetched(fetch, orders, models));
        var (longest, checking) = (options.WarmUp, options.Preparing);
        options = options with
        {
            Coming = coming,
            Preparing = () => coming.IsCompleted ? checking() : fetch.Doing,
            Prepared = longest is { } each ? Task.Run(async () => await Preparation.Run(Packages, [models.World, .. await coming], each, told)) : coming,
        };
        return new(options, [models.World], CutWith(models.Voices), Analyses.With(models.Safety.Report), models.Safety.Withhold, time, log);
    }

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
