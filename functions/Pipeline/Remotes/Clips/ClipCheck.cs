using System.Globalization;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>Has a worker look into a clip that came from elsewhere: is it a video, is it what was ordered, may it be shown.</summary>
/// <param name="jobs">Has it looked into.</param>
/// <param name="blobs">Where what was found lies.</param>
internal sealed class ClipCheck(WorkerJobs jobs, IBlobStore blobs)
{
    private const int SmallestSide = 64;
    private const int MostSide = 4096;

    /// <summary>What the caller should know of the clip.</summary>
    /// <exception cref="FinalException">It can't be used: <c>remote_failed</c>, or <c>moderation_blocked</c>.</exception>
    public async Task<IReadOnlyList<string>> Of(string remote, string tenant, BlobRef clip, ShotOrder order, CancellationToken cancellation)
    {
        var found = await LookInto(remote, tenant, clip, cancellation);
        if (found.Frames < 2 || Math.Min(found.Width, found.Height) < SmallestSide || Math.Max(found.Width, found.Height) > MostSide)
        {
            throw Unfit(remote, string.Create(CultureInfo.InvariantCulture, $"a clip of {found.Frames} frames of {found.Width} x {found.Height} pixels"));
        }

        if (found.Safety is { Safe: false } verdict)
        {
            var worst = verdict.Scores.OrderByDescending(score => score.Value).Select(score => score.Key).FirstOrDefault("unsafe");
            throw new FinalException(
                "moderation_blocked",
                string.Create(CultureInfo.InvariantCulture, $"What '{remote}' made of shot '{order.Shot.Id}' must not be shown ({worst}, at {verdict.WorstSecond:0.#} s). Say it otherwise, or choose another model."));
        }

        // Why there is no judge is the operator's to know: the notes name his folders.
        var warnings = new List<string>(found.Safety is null ? [] : found.Notes);
        if (found.Safety is null)
        {
            warnings.Add($"Nobody judged the frames that '{remote}' made: the worker has no picture-safety model.");
        }

        if (found.Seconds < (double)order.Shot.Seconds - 0.1)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"'{remote}' made {found.Seconds:0.#} of the {order.Shot.Seconds:0.#} seconds of shot '{order.Shot.Id}'; its last picture is held."));
        }

        return warnings;
    }

    private async Task<ClipAnalysis> LookInto(string remote, string tenant, BlobRef clip, CancellationToken cancellation)
    {
        try
        {
            var made = await jobs.Do(tenant, "ClipCheck/1", new AnalysisJob(new AnalysisOrder(clip.Sha256)), _ => Task.CompletedTask, cancellation);
            return await new TenantBlobs(blobs, tenant).GetJson(made.Files[OutputNames.Analysis], ContractJson.Default.ClipAnalysis, cancellation);
        }
        catch (FinalException unreadable) when (unreadable.Code == "bad_asset")
        {
            throw Unfit(remote, "a clip that can't be read");
        }
    }

    private static FinalException Unfit(string remote, string what) => new("remote_failed", $"'{remote}' sent {what}.");
}
