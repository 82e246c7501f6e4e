using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
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
        var models = new WorkerModels(Packages);
        if (options.WarmUp is { } longest)
        {
            options = options with { Prepared = Task.Run(() => Preparation.Run(Packages, models.Engines, longest, log ?? (ILogger)NullLogger.Instance)) };
        }

        return new(options, models.Engines, CutWith(models.Voices), Analyses.With(models.Safety.Report), models.Safety.Withhold, time, log);
    }

    private static CutMaker CutWith(NeuralVoices voices) => async (order, assetPath, folder, progress, cancellation) =>
    {
        List<string> told = [];
        var cut = await CutRoom.Make(
            order, assetPath, folder, progress, cancellation, (utterance, stop) => voices.SpeakForTrack(utterance, told.Add, stop));
        return [.. cut.Warnings, .. told.Distinct()];
    };
}
