using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>
/// The shots of a rendition, side by side. Where the caller left the engine to the deployment and it fails on the way, the next one makes the shots that
/// are missing; an engine that was named is not replaced.
/// </summary>
internal static class RenderedShots
{
    /// <summary>Failures that are not the engine's: another would meet them as well.</summary>
    private static readonly string[] _notOfEngines = ["moderation_blocked", "video_deleted", "cancelled", "bad_asset", "bad_order"];

    /// <summary>Renders them.</summary>
    /// <returns>The plan by which they were made in the end, the clips, and what the caller should know of engines that failed.</returns>
    public static async Task<(ShotPlan Plan, RenderedShot[] Clips, IReadOnlyList<string> Warnings)> Of(
        IOrchestrationContext context, RenditionOrder order, ShotPlan plan)
    {
        var clips = new RenderedShot?[plan.Shots.Count];
        var (failed, warnings) = (new List<string>(), new List<string>());
        var makers = new List<Contract.EngineInfo>();
        while (true)
        {
            var engine = plan.Engine ?? plan.Origin.Engine;
            int[] missing = [.. Enumerable.Range(0, clips.Length).Where(index => clips[index] is null)];
            var outcomes = await Task.WhenAll(missing.Select(index => Render(context, order, plan, engine.Name, index)));
            foreach (var (index, outcome) in missing.Zip(outcomes))
            {
                clips[index] = outcome.Clip;
            }

            var failures = outcomes.Select(outcome => outcome.Failure).OfType<ActivityFailedException>().ToList();
            if (failures.Count == 0)
            {
                return (plan, [.. clips.OfType<RenderedShot>()], warnings);
            }

            if ((failures.Find(failure => _notOfEngines.Contains(failure.Code)) ?? (plan.Others is null ? failures[0] : null)) is { } final)
            {
                throw final;
            }

            failed.Add(engine.Name);
            if (outcomes.Any(outcome => outcome.Clip is not null))
            {
                makers.Add(engine);
            }

            int[] left = [.. Enumerable.Range(0, clips.Length).Where(index => clips[index] is null)];
            var made = clips.Select((clip, index) => clip is null ? null : plan.Shots[index]);
            plan = await Planned(context, order, new FailedPlan([.. failed], [.. made], [.. makers]));
            warnings.Add($"The engine '{engine.Name}' failed while the shots were made: {failures[0].Message.TrimEnd('.')}. '{plan.Engine!.Name}' took its place for {Named(left, clips.Length)}.");
        }
    }

    private static Task<ShotPlan> Planned(IOrchestrationContext context, RenditionOrder order, FailedPlan failed) => context.Call(
        PlanShots.Definition,
        new Step<PlanOrder>(
            order.Tenant, order.VideoId, new PlanOrder(order.Request, order.Storyboard, order.Channel, order.Filmed) { Failed = failed }, 1.0 / order.Count),
        RetryPolicy.Standard);

    private static async Task<(RenderedShot? Clip, ActivityFailedException? Failure)> Render(
        IOrchestrationContext context, RenditionOrder order, ShotPlan plan, string engine, int index)
    {
        var step = new RenderStep(
            order.Tenant, order.VideoId, new RenderOrder(plan.Shots[index]), $"{order.Channel} {index + 1}", 1.0 / (order.Count * plan.Shots.Count));
        try
        {
            return (await context.Call(RemoteServer.IsName(engine) ? RenderRemotely.Definition : RenderShot.Definition, step, RetryPolicy.Standard), null);
        }
        catch (ActivityFailedException failure)
        {
            return (null, failure);
        }
    }

    private static string Named(int[] shots, int all) =>
        shots.Length == all ? "all of them" : $"shot{(shots.Length > 1 ? "s" : "")} {string.Join(", ", shots.Select(index => index + 1))}";
}
