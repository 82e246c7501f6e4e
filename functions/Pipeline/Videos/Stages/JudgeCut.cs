using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>
/// Judges what is seen in a finished cut, before anything of it is signed: a harmless storyboard can be filmed badly, and pictures came with the
/// order that no list of words knows. Frames go to the picture-safety model of the worker, small pictures of the cut to the tenant's judge.
/// </summary>
/// <param name="moderation">The judges of tenants.</param>
/// <param name="jobs">Has the frames looked at.</param>
/// <param name="blobs">Where cuts lie.</param>
/// <param name="results">Where verdicts are kept.</param>
/// <param name="audit">Where it is written down what was not simply allowed.</param>
/// <param name="time">The clock.</param>
public sealed class JudgeCut(
    TenantModeration moderation, WorkerJobs jobs, IBlobStore blobs, StageResults results, AuditLog audit, TimeProvider time)
    : IActivity<Step<JudgeCutOrder>, CutVerdict>
{
    private const string _unseen = "Nobody judged the frames of the finished video: the worker has no picture-safety model.";

    /// <summary>Its name and types.</summary>
    public static Activity<Step<JudgeCutOrder>, CutVerdict> Definition { get; } = new("JudgeCut", 1);

    private static string Version => $"{Definition.Name}/{Definition.Version}";

    /// <inheritdoc/>
    /// <exception cref="FinalException">It must not be shown: <c>moderation_blocked</c>.</exception>
    /// <exception cref="ModeratorDownException">There is no verdict now; ask again.</exception>
    public async Task<CutVerdict> Run(Step<JudgeCutOrder> step, CancellationToken cancellation)
    {
        var judge = await moderation.Of(step.Tenant, cancellation);
        var found = await judge.Ask(moderator => results.Once(
            step,
            $"{Version}/{moderator.Policy}",
            PipelineJson.Default.JudgeCutOrder,
            PipelineJson.Default.CutVerdict,
            () => Judge(step, moderator, judge.Terms.Limits, cancellation),
            cancellation));
        if (!found.Verdict.Allowed)
        {
            await audit.Append(step.Tenant, ReviewRules.Entry(step.VideoId, step.Order.Channel, found.Verdict, time.GetUtcNow()), cancellation);
        }

        return found.Verdict.Outcome == ModerationOutcome.Refuse
            ? throw new FinalException("moderation_blocked", CutFindings.Refusal(step.Order.Channel, found.Verdict, judge.Terms.Limits))
            : found;
    }

    private async Task<CutVerdict> Judge(Step<JudgeCutOrder> step, IModerator moderator, ModerationLimits limits, CancellationToken cancellation)
    {
        var (order, home) = (step.Order, new TenantBlobs(blobs, step.Tenant));
        var board = await home.GetJson(order.Storyboard, ContractJson.Default.Storyboard, cancellation);
        var made = await jobs.Do(
            step.Tenant, Version, new AnalysisJob(new AnalysisOrder(order.Video.Sha256, CutMoments.Of(board))), _ => Task.CompletedTask, cancellation);
        var seen = (await home.GetJson(made.Files[OutputNames.Analysis], ContractJson.Default.ClipAnalysis, cancellation)).Safety;
        var field = CutFindings.FieldOf(order.Channel);
        var judged = await moderator.Judge(
            [], [.. order.Sheets.Select(sheet => new ModeratedPicture(field, sheet.MediaType, token => home.Open(sheet, token)))], cancellation);
        return new CutVerdict(
            CutFindings.Of(field, seen, judged, limits),
            $"cut.{StageResults.KeyOf(order.Channel, order with { Video = order.Storyboard, Sheets = [] }, PipelineJson.Default.JudgeCutOrder)}",
            seen is null && ShowsPictures(board) ? [_unseen] : []);
    }

    /// <summary>What the embedded engine builds by itself is harmless; of what came with the order nobody knows.</summary>
    private static bool ShowsPictures(Storyboard board) =>
        board.Brand?.Logo is not null || board.Cast.Any(subject => (subject.Picture ?? subject.Model) is not null);
}
