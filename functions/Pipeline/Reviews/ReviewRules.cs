using System.Globalization;
using System.Text.Json;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>How reviews are held.</summary>
public static class ReviewRules
{
    /// <summary>How long a video waits for a decision where nothing else is set.</summary>
    public static TimeSpan Patience { get; } = ModerationTerms.BuiltIn.Patience;

    /// <summary>The event that an orchestration hears which waits to film.</summary>
    public const string Event = "review";

    /// <summary>The event that it hears when it has filmed and waits to publish.</summary>
    public const string CutEvent = "review-cut";

    /// <summary>Code of a video that was rejected.</summary>
    public const string RejectedCode = "review_rejected";

    /// <summary>Code of a video that nobody decided about in time.</summary>
    public const string ExpiredCode = "review_expired";

    /// <summary>How long it must be possible to show who decided what.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromDays(5 * 365);

    /// <summary>The id of a video's review.</summary>
    /// <param name="videoId">Which video.</param>
    /// <param name="ofCut">Whether it is of what was filmed.</param>
    public static string IdOf(string videoId, bool ofCut) => $"review_{videoId[(videoId.IndexOf('_') + 1)..]}{(ofCut ? "-cut" : "")}";

    /// <summary>The event by which the orchestration hears of a decision.</summary>
    /// <param name="row">The review.</param>
    public static string EventOf(ReviewRow row) => row.Sheets is null ? Event : CutEvent;

    /// <summary>How many different people have to approve: two where a named person, an election or an emergency is concerned.</summary>
    /// <param name="findings">What was found.</param>
    public static int Needed(IEnumerable<ModerationFinding> findings) =>
        findings.Any(finding => finding is { Severity: >= 4, Category: ModerationCategory.PublicFigure or ModerationCategory.Misinformation }) ? 2 : 1;

    /// <summary>The votes of a review, the first first.</summary>
    public static IReadOnlyList<ReviewVote> VotesOf(ReviewRow row) => JsonSerializer.Deserialize(row.Votes, PipelineJson.Default.IReadOnlyListReviewVote) ?? [];

    /// <summary>What there is to look at of a review of what was filmed, by channel; nothing where it is still to be filmed, or was erased.</summary>
    public static IReadOnlyDictionary<string, BlobRef> SheetsOf(ReviewRow row) =>
        row.Sheets is null ? new Dictionary<string, BlobRef>() : JsonSerializer.Deserialize(row.Sheets, PipelineJson.Default.IReadOnlyDictionaryStringBlobRef) ?? new Dictionary<string, BlobRef>();

    /// <summary>Different people who have approved in the present round.</summary>
    public static int Approvals(ReviewRow row) => VotesOf(row).Count(vote => vote.Decision == "approve" && vote.Round == RoundOf(row));

    /// <summary>0 before an appeal, 1 after.</summary>
    public static int RoundOf(ReviewRow row) => row.Appeal is null ? 0 : 1;

    /// <summary>What is written down of a step. It names key and holder of who decided, and nothing of what the video shows.</summary>
    /// <param name="row">The review as it is after the step.</param>
    /// <param name="step">Such as <c>approve</c>.</param>
    /// <param name="by">Id of the key; empty for the service itself.</param>
    /// <param name="note">Why.</param>
    /// <param name="now">When.</param>
    public static AuditEntry Entry(ReviewRow row, string step, string by, string note, DateTimeOffset now) => new(
        $"review.{step}",
        string.Create(CultureInfo.InvariantCulture, $"{row.Id}/{row.Revision}"),
        $"video {row.VideoId}; request {row.RequestSha256}; policy {row.Policy}; status {row.Status}; by {(by.Length > 0 ? by : "the service")}; {note}",
        now + _kept);

    /// <summary>What is written down of a finished cut that was not simply allowed.</summary>
    /// <param name="videoId">Of which video.</param>
    /// <param name="channel">For which channel.</param>
    /// <param name="verdict">The judgement.</param>
    /// <param name="now">When.</param>
    internal static AuditEntry Entry(string videoId, string channel, ModerationVerdict verdict, DateTimeOffset now) => new(
        $"cut.{(verdict.Outcome == ModerationOutcome.Refuse ? "refused" : "doubted")}",
        $"{videoId}/{channel}",
        $"policy {verdict.Policy}; {string.Join(", ", verdict.Findings.Select(finding => $"{finding.Category} {finding.Severity} by {finding.Rule}"))}",
        now + _kept);
}
