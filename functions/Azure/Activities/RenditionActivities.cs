using Microsoft.Azure.Functions.Worker;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using Stages = SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Azure.Activities;

/// <summary>The activities of one rendition.</summary>
/// <param name="door">Runs them.</param>
public sealed class RenditionActivities(ActivityDoor door)
{
    /// <summary>Fits the storyboard to the channel.</summary>
    [Function("PlanShots")]
    public Task<ShotPlan> PlanShots([ActivityTrigger] Step<PlanOrder> input, FunctionContext context) =>
        door.Run(Stages.PlanShots.Definition, input, context);

    /// <summary>Has one shot rendered.</summary>
    [Function("RenderShot")]
    public Task<RenderedShot> RenderShot([ActivityTrigger] RenderStep input, FunctionContext context) =>
        door.Run(Stages.RenderShot.Definition, input, context);

    /// <summary>Has one shot rendered by another server.</summary>
    [Function("RenderRemotely")]
    public Task<RenderedShot> RenderRemotely([ActivityTrigger] RenderStep input, FunctionContext context) =>
        door.Run(Stages.RenderRemotely.Definition, input, context);

    /// <summary>Has the clips put together.</summary>
    [Function("CutVideo")]
    public Task<CutFiles> CutVideo([ActivityTrigger] Step<CutStepOrder> input, FunctionContext context) =>
        door.Run(Stages.CutVideo.Definition, input, context);

    /// <summary>Judges what is seen in the cut.</summary>
    [Function("JudgeCut")]
    public Task<CutVerdict> JudgeCut([ActivityTrigger] Step<JudgeCutOrder> input, FunctionContext context) =>
        door.Run(Stages.JudgeCut.Definition, input, context);

    /// <summary>Labels and signs the cut.</summary>
    [Function("StampProvenance")]
    public Task<StampedFiles> StampProvenance([ActivityTrigger] Step<StampOrder> input, FunctionContext context) =>
        door.Run(Stages.StampProvenance.Definition, input, context);

    /// <summary>Puts the files on the shelf.</summary>
    [Function("RegisterRendition")]
    public Task<Nothing> RegisterRendition([ActivityTrigger] Step<RegisterOrder> input, FunctionContext context) =>
        door.Run(Stages.RegisterRendition.Definition, input, context);
}
