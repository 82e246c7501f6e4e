using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>Says on a video that it waits for a decision, beside what else its caller should know.</summary>
internal static class ReviewNotice
{
    /// <summary>Puts it on the video; again does nothing.</summary>
    public static Task Show(SoraDatabase database, ReviewRow review, CancellationToken cancellation) =>
        Change(database, review, known => known.Union([Of(review)]), cancellation);

    /// <summary>Takes it off.</summary>
    public static Task Remove(SoraDatabase database, ReviewRow review, CancellationToken cancellation) =>
        Change(database, review, known => known.Except([Of(review)]), cancellation);

    private static string Of(ReviewRow review) => string.Create(
        CultureInfo.InvariantCulture,
        $"This video waits until {review.ExpiresAt:yyyy-MM-dd HH:mm} UTC for {(review.Needed > 1 ? $"{review.Needed} reviewers" : "a reviewer")} to decide ({review.Id}).");

    private static async Task Change(
        SoraDatabase database, ReviewRow review, Func<IEnumerable<string>, IEnumerable<string>> change, CancellationToken cancellation)
    {
        var unfinished = database.Videos.Where(video => video.Id == review.VideoId && video.TenantId == review.TenantId && video.Status < VideoStatus.Completed);
        if (await unfinished.Select(video => video.Warnings).FirstOrDefaultAsync(cancellation) is { } written)
        {
            var known = JsonSerializer.Deserialize(written, PipelineJson.Default.IReadOnlyListString) ?? [];
            var warnings = JsonSerializer.Serialize([.. change(known)], PipelineJson.Default.IReadOnlyListString);
            await unfinished.ExecuteUpdateAsync(video => video.SetProperty(one => one.Warnings, warnings), cancellation);
        }
    }
}
