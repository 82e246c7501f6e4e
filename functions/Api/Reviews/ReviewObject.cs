using System.Text.Json;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Reviews;

namespace SoraFunctions.Api.Reviews;

/// <summary>A review on the wire, as reviewers see it.</summary>
internal sealed record ReviewObject(
    string Id,
    string Object,
    string VideoId,
    string Of,
    IReadOnlyList<string> Channels,
    ReviewStatus Status,
    bool Escalated,
    int ApprovalsNeeded,
    int Approvals,
    IReadOnlyList<ModerationFinding> Reasons,
    string Policy,
    IReadOnlyList<ReviewVoteObject> Votes,
    string? Appeal,
    long CreatedAt,
    long ExpiresAt,
    long? DecidedAt,
    JsonElement? Storyboard)
{
    /// <summary>Maps a row.</summary>
    /// <param name="row">A review.</param>
    /// <param name="storyboard">What would be made; null in lists.</param>
    public static ReviewObject From(ReviewRow row, JsonElement? storyboard = null) => new(
        row.Id,
        "review",
        row.VideoId,
        row.Sheets is null ? "brief" : "cut",
        [.. ReviewRules.SheetsOf(row).Keys.Order(StringComparer.Ordinal)],
        row.Status,
        row.Escalated,
        row.Needed,
        ReviewRules.Approvals(row),
        JsonSerializer.Deserialize(row.Findings, PipelineJson.Default.IReadOnlyListModerationFinding) ?? [],
        row.Policy,
        [.. ReviewRules.VotesOf(row).Select(vote => new ReviewVoteObject(vote.Member ?? vote.Key, vote.Decision, vote.Note, vote.At.ToUnixTimeSeconds()))],
        row.Appeal,
        row.CreatedAt.ToUnixTimeSeconds(),
        row.ExpiresAt.ToUnixTimeSeconds(),
        row.DecidedAt?.ToUnixTimeSeconds(),
        storyboard);
}
