using Microsoft.Extensions.Logging;
using SoraFunctions.Contract;
using SoraFunctions.Media.Cuts;
using SoraFunctions.World;

namespace SoraFunctions.Service;

/// <summary>The desk as it is delivered: with every engine of this build, and cuts by ffmpeg.</summary>
public static class StandardDesk
{
    /// <summary>Opens the desk.</summary>
    /// <param name="options">Where and how it works.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="log">Where failures are told; null for nowhere.</param>
    public static RenderDesk Open(DeskOptions options, TimeProvider? time = null, ILogger<RenderDesk>? log = null) =>
        new(options, Engines(), Cut, Analyses.With(Safety), time, log);

    private static IEnumerable<IEngine> Engines() => [new WorldEngine()];

    // Judges the frames of videos in analyses; null while this build has no picture-safety model.
    private static readonly Analyses.SafetyJudge? Safety = null;

    private static readonly CutMaker Cut = async (order, assetPath, folder, progress, cancellation) =>
        (await CutRoom.Make(order, assetPath, folder, progress, cancellation)).Warnings;
}
