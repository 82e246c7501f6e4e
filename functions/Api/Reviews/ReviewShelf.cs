using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Videos;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Api.Reviews;

/// <summary>The reviews of a tenant, and what people decide about them. Each step is written down in the audit log.</summary>
internal sealed class ReviewShelf(SoraDatabase database, IBlobStore blobs, IOrchestrationClient orchestrations, AuditLog audit, TimeProvider time)
{
    private const int LongestNote = 500;

    public async Task<IReadOnlyList<ReviewRow>> List(string tenant, ReviewStatus? status, ListQuery query, CancellationToken cancellation)
    {
        var rows = database.Reviews.AsNoTracking().Where(row => row.TenantId == tenant && (status == null || row.Status == status));
        rows = query switch
        {
            { After: not null, Ascending: true } => rows.Where(row => string.Compare(row.Id, query.After) > 0),
            { After: not null } => rows.Where(row => string.Compare(row.Id, query.After) < 0),
            _ => rows,
        };
        rows = query.Ascending ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id);
        return await rows.Take(query.Limit + 1).ToListAsync(cancellation);
    }

    public async Task<ReviewObject> Get(string tenant, string id, CancellationToken cancellation)
    {
        var row = await Find(tenant, id, cancellation);
        var board = JsonSerializer.Deserialize(row.Storyboard, PipelineJson.Default.BlobRef)!;
        await using var content = await new TenantBlobs(blobs, tenant).Open(board, cancellation);
        using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellation);
        return ReviewObject.From(row, document.RootElement.Clone());
    }

    /// <summary>What was filmed, as its reviewers see it.</summary>
    public async Task<(Stream Content, string MediaType)> Sheet(string tenant, string id, string? channel, CancellationToken cancellation)
    {
        var sheets = ReviewRules.SheetsOf(await Find(tenant, id, cancellation));
        if (sheets.Count == 0)
        {
            throw Refusals.NotFound("id", $"{id} has no frames to look at: it is about what is still to be filmed, or what was filmed was erased.", "review_without_frames");
        }

        channel ??= sheets.Keys.Order(StringComparer.Ordinal).First();
        return sheets.TryGetValue(channel, out var sheet)
            ? (await new TenantBlobs(blobs, tenant).Open(sheet, cancellation), sheet.MediaType)
            : throw Refusals.Invalid("channel", $"channel must be one of: {string.Join(", ", sheets.Keys.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>One approval; the last that is needed lets the video go on.</summary>
    public async Task<ReviewRow> Approve(string tenant, string id, ApiKeyRow who, ReviewDecision wish, CancellationToken cancellation)
    {
        var row = await Open(tenant, id, who, cancellation);
        var round = ReviewRules.RoundOf(row);
        if (ReviewRules.VotesOf(row).Any(vote => vote.IsOf(who.Id, who.Member) && (vote.Round < round || vote.Decision == "approve")))
        {
            throw Refusals.Conflict("id", row.Appeal is null
                ? $"You have approved {id} already; {row.Needed} different people have to."
                : $"You have decided about {id} before; an appeal is decided by others.", "review_same_person");
        }

        if (wish.Storyboard is { } changed)
        {
            if (row.Sheets is not null)
            {
                throw Refusals.Invalid("storyboard", $"storyboard can't be changed any more: {id} is about what was filmed. Approve or reject it.");
            }

            // An approval was of what it was then.
            row.Changed = await Changed(row, changed, cancellation);
            row.Votes = JsonSerializer.Serialize([.. ReviewRules.VotesOf(row).Where(vote => vote.Decision != "approve")], PipelineJson.Default.IReadOnlyListReviewVote);
        }

        Vote(row, who, "approve", Note(wish, needed: false));
        if (ReviewRules.Approvals(row) >= row.Needed)
        {
            (row.Status, row.DecidedAt) = (ReviewStatus.Approved, time.GetUtcNow());
        }

        await Keep(row, "approve", who, wish, cancellation);
        return row;
    }

    public async Task<ReviewRow> Reject(string tenant, string id, ApiKeyRow who, ReviewDecision wish, CancellationToken cancellation)
    {
        var row = await Open(tenant, id, who, cancellation);
        WithoutStoryboard(wish);
        if (ReviewRules.VotesOf(row).Any(vote => vote.IsOf(who.Id, who.Member) && vote.Round < ReviewRules.RoundOf(row)))
        {
            throw Refusals.Conflict("id", $"You have decided about {id} before; an appeal is decided by others.", "review_same_person");
        }

        Vote(row, who, "reject", Note(wish, needed: true));
        (row.Status, row.DecidedAt) = (ReviewStatus.Rejected, time.GetUtcNow());
        await Keep(row, "reject", who, wish, cancellation);
        return row;
    }

    /// <summary>From here on an administrator decides.</summary>
    public async Task<ReviewRow> Escalate(string tenant, string id, ApiKeyRow who, ReviewDecision wish, CancellationToken cancellation)
    {
        var row = await Open(tenant, id, who, cancellation);
        WithoutStoryboard(wish);
        Vote(row, who, "escalate", Note(wish, needed: true));
        row.Escalated = true;
        await Keep(row, "escalate", who, wish, cancellation);
        return row;
    }

    /// <summary>Whoever ordered the video asks for another to decide. When that approves, the same order passes.</summary>
    public async Task<ReviewRow> Appeal(string tenant, string id, ApiKeyRow who, ReviewDecision wish, CancellationToken cancellation)
    {
        var row = await Find(tenant, id, cancellation);
        WithoutStoryboard(wish);
        if (row.Status != ReviewStatus.Rejected || row.Appeal is not null)
        {
            throw Refusals.Conflict("id", $"{id} can't be appealed: only a review that was rejected can be, and once.", "review_not_appealable");
        }

        row.Appeal = Note(wish, needed: true);
        (row.Status, row.DecidedAt) = (ReviewStatus.Appealed, null);
        await Keep(row, "appeal", who, wish, cancellation);
        return row;
    }

    private static void WithoutStoryboard(ReviewDecision wish)
    {
        if (wish.Storyboard is not null)
        {
            throw Refusals.Invalid("storyboard", "storyboard may be sent only when approving.");
        }
    }

    private static string Note(ReviewDecision wish, bool needed) => (wish.Note?.Trim() ?? "") switch
    {
        { Length: 0 } when needed => throw Refusals.Invalid("note", "note must say why, in up to 500 characters."),
        { Length: > LongestNote } => throw Refusals.Invalid("note", $"note must have at most {LongestNote} characters."),
        var note => note,
    };

    private async Task<ReviewRow> Find(string tenant, string id, CancellationToken cancellation) =>
        await database.Reviews.SingleOrDefaultAsync(row => row.Id == id && row.TenantId == tenant, cancellation)
        ?? throw Refusals.NotFound("id", $"There is no review '{id}'.", "review_not_found");

    /// <summary>A review that can be decided by this person now.</summary>
    private async Task<ReviewRow> Open(string tenant, string id, ApiKeyRow who, CancellationToken cancellation)
    {
        var row = await Find(tenant, id, cancellation);
        if (row.Status is not (ReviewStatus.Waiting or ReviewStatus.Appealed) || (row.Status == ReviewStatus.Waiting && row.ExpiresAt <= time.GetUtcNow()))
        {
            throw Refusals.Conflict("id", $"{id} is decided: {row.Status.ToString().ToLowerInvariant()}.", "review_closed");
        }

        if (row.Status == ReviewStatus.Waiting && !await database.Videos.AnyAsync(video => video.Id == row.VideoId && video.Status < VideoStatus.Completed, cancellation))
        {
            throw Refusals.Conflict("id", $"The video of {id} was cancelled or deleted; there is nothing left to decide.", "review_withdrawn");
        }

        return !row.Escalated || Scopes.OfRow(who.Scopes).HasFlag(Scope.Admin)
            ? row
            : throw Refusals.Forbidden(["admin"], Scopes.Words(Scopes.OfRow(who.Scopes)));
    }

    private async Task<string> Changed(ReviewRow row, Storyboard board, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, row.TenantId);
        var request = await tenant.GetJson(JsonSerializer.Deserialize(row.Request, PipelineJson.Default.BlobRef)!, PipelineJson.Default.VideoRequest, cancellation);
        var shown = await tenant.GetJson(JsonSerializer.Deserialize(row.Storyboard, PipelineJson.Default.BlobRef)!, ContractJson.Default.Storyboard, cancellation);
        if (ReviewedBoards.Check(board, request, shown) is { } fault)
        {
            throw Refusals.Invalid($"storyboard.{fault.Field}", $"storyboard.{fault}");
        }

        var changed = await tenant.PutJson(request.FilmedBy(board), PipelineJson.Default.VideoRequest, cancellation);
        return JsonSerializer.Serialize(changed, PipelineJson.Default.BlobRef);
    }

    private void Vote(ReviewRow row, ApiKeyRow who, string decision, string note) => row.Votes = JsonSerializer.Serialize(
        [.. ReviewRules.VotesOf(row), new ReviewVote(who.Id, who.Member, decision, note, time.GetUtcNow(), ReviewRules.RoundOf(row))], PipelineJson.Default.IReadOnlyListReviewVote);

    private async Task Keep(ReviewRow row, string step, ApiKeyRow who, ReviewDecision wish, CancellationToken cancellation)
    {
        row.Revision++;
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Refusals.Conflict("id", $"Somebody else has just decided about {row.Id}. Look at it again.", "review_changed");
        }

        await audit.Append(row.TenantId, ReviewRules.Entry(row, step, who.Id, Note(wish, needed: false), time.GetUtcNow()), cancellation);
        if (row is { Appeal: null, Status: ReviewStatus.Approved or ReviewStatus.Rejected })
        {
            await orchestrations.Raise(row.VideoId, ReviewRules.EventOf(row), new ReviewSignal(row.Id), cancellation);
        }
    }
}
