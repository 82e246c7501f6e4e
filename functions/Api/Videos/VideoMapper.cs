using System.Globalization;
using System.Text.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Rights;

namespace SoraFunctions.Api.Videos;

/// <summary>Writes a row as the wire object.</summary>
internal static class VideoMapper
{
    /// <summary>Maps a row.</summary>
    /// <param name="row">A video.</param>
    /// <param name="server">Where the world reaches this server, without a slash at its end.</param>
    public static VideoObject ToWire(this VideoRow row, string server) => new(
        row.Id,
        "video",
        row.Model,
        NameOf(row.Status),
        row.Status == VideoStatus.Completed ? 100 : Math.Clamp(row.Progress, 0, 99),
        row.CreatedAt.ToUnixTimeSeconds(),
        row.CompletedAt?.ToUnixTimeSeconds(),
        null,
        row.Prompt,
        row.Size,
        row.Seconds.ToString("0.###", CultureInfo.InvariantCulture),
        row.RemixedFrom,
        row.Status == VideoStatus.Failed ? new VideoFault(row.ErrorCode ?? "server_error", row.ErrorMessage ?? "The video could not be made.") : null,
        row is { SuspendedAt: not null, Status: VideoStatus.Queued or VideoStatus.InProgress },
        row.Quality ?? Quality.Standard,
        JsonSerializer.Deserialize(row.Warnings, PipelineJson.Default.IReadOnlyListString) ?? [],
        JsonSerializer.Deserialize(row.Metadata, PipelineJson.Default.IReadOnlyDictionaryStringString) ?? new Dictionary<string, string>(),
        LinksOf(row, server),
        row.MicroDollars is null && row.EstimatedMicroDollars is null or 0 ? null : new VideoUsage((row.MicroDollars ?? 0) / 1_000_000m, row.EstimatedMicroDollars / 1_000_000m),
        [.. RightsJson.Rights(row.Rights).Select(right => new VideoRightObject(right.Work, right.Holder, right.GrantId))]);

    private static Dictionary<string, string> LinksOf(VideoRow row, string server)
    {
        var links = new Dictionary<string, string> { ["self"] = $"{server}/v1/videos/{row.Id}" };
        if (row.Status == VideoStatus.Completed)
        {
            links["content"] = $"{server}/v1/videos/{row.Id}/content";
        }

        if (row.LinkCode is { } code)
        {
            links["commerce"] = $"{server}/l/{code}";
        }

        return links;
    }

    private static string NameOf(VideoStatus status) => status switch
    {
        VideoStatus.Queued => "queued",
        VideoStatus.InProgress => "in_progress",
        VideoStatus.Completed => "completed",
        _ => "failed",
    };
}
