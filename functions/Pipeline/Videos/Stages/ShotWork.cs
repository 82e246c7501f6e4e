using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>What the making of a picture took, for the ledger.</summary>
internal static class ShotWork
{
    /// <summary>What cuts.</summary>
    public const string Cutter = "media";

    /// <summary>Of a clip. Its key is that of what the engine was asked for: a place that two shots share is booked once.</summary>
    public static StageWork? Of(ShotOrder order, WorkerResult made) => made.Took is not { } took ? null : new StageWork(
        StageWork.KeyOf(UsageStage.Render, order, ContractJson.Default.ShotOrder),
        UsageStage.Render,
        order.Engine,
        Amounts(order.Format.Filmed(order.Quality), order.Shot.Seconds, made, took));

    /// <summary>Of a cut.</summary>
    public static StageWork? Of(CutOrder order, WorkerResult made) => made.Took is not { } took ? null : new StageWork(
        StageWork.KeyOf(UsageStage.Cut, order, ContractJson.Default.CutOrder),
        UsageStage.Cut,
        Cutter,
        Amounts(order.Format, order.Storyboard.Shots.Sum(shot => shot.Seconds), made, took));

    private static UsageAmounts Amounts(FrameFormat format, decimal seconds, WorkerResult made, WorkDone took) => new()
    {
        Milliseconds = (long)(seconds * 1_000),
        Pixels = (long)format.Width * format.Height * format.FramesIn(seconds),
        WorkMilliseconds = took.Milliseconds,
        GpuMilliseconds = took.Device == "cpu" ? 0 : took.Milliseconds,
        Bytes = made.Files.Values.Sum(file => file.Length),
    };
}
