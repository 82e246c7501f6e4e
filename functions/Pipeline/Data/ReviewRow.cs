using SoraFunctions.Pipeline.Reviews;

namespace SoraFunctions.Pipeline.Data;

/// <summary>A video that a person decides about.</summary>
public sealed class ReviewRow
{
    /// <summary><c>review_</c> and 32 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Which video waits.</summary>
    public required string VideoId { get; init; }

    /// <summary>Where it stands.</summary>
    public ReviewStatus Status { get; set; }

    /// <summary>Whether an administrator has to decide.</summary>
    public bool Escalated { get; set; }

    /// <summary>How many different people have to approve.</summary>
    public required int Needed { get; init; }

    /// <summary>What was found: a JSON array of findings.</summary>
    public required string Findings { get; init; }

    /// <summary>Who judged.</summary>
    public required string Policy { get; init; }

    /// <summary>SHA-256 of the request, or of what was filmed: the same need not be decided about again.</summary>
    public required string RequestSha256 { get; init; }

    /// <summary>The request, as a <see cref="Storage.BlobRef"/> in JSON.</summary>
    public required string Request { get; init; }

    /// <summary>The storyboard, as a <see cref="Storage.BlobRef"/> in JSON.</summary>
    public required string Storyboard { get; init; }

    /// <summary>What reviewers look at where it was filmed already: blobs by channel, in JSON; null where it is still to be filmed.</summary>
    public string? Sheets { get; init; }

    /// <summary>The request with what a reviewer changed, as a <see cref="Storage.BlobRef"/> in JSON; null when nothing was.</summary>
    public string? Changed { get; set; }

    /// <summary>What was decided by whom: a JSON array of votes.</summary>
    public string Votes { get; set; } = "[]";

    /// <summary>Why the caller does not agree with a rejection; null when they never said so.</summary>
    public string? Appeal { get; set; }

    /// <summary>Rises with each change, so that two reviewers can not overwrite each other.</summary>
    public int Revision { get; set; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it waits.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was decided; null while it was not.</summary>
    public DateTimeOffset? DecidedAt { get; set; }
}
