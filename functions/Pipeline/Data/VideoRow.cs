using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Data;

/// <summary>A video as its caller sees it.</summary>
public sealed class VideoRow
{
    /// <summary><c>video_</c> and 32 hex digits; also the id of its orchestration.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>The model that was asked for, as written.</summary>
    public required string Model { get; init; }

    /// <summary>Where it stands.</summary>
    public VideoStatus Status { get; set; }

    /// <summary>Done part in per cent, never falling.</summary>
    public int Progress { get; set; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was done, well or not.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>The words that were asked for; null for none.</summary>
    public string? Prompt { get; init; }

    /// <summary>Main raster, such as <c>1280x720</c>.</summary>
    public required string Size { get; init; }

    /// <summary>Channel of the main rendition.</summary>
    public required string MainChannel { get; init; }

    /// <summary>Length in seconds.</summary>
    public required decimal Seconds { get; init; }

    /// <summary>How much work goes into each frame; null for standard.</summary>
    public Quality? Quality { get; init; }

    /// <summary>The video that this one was remixed from.</summary>
    public string? RemixedFrom { get; init; }

    /// <summary>Since when nothing new is begun for it; null while it goes on.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Why it failed: a stable word.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>Why it failed: a sentence.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>The normalised <see cref="Requests.VideoRequest"/> as a <see cref="Storage.BlobRef"/> in JSON.</summary>
    public required string Request { get; init; }

    /// <summary>What the caller should know: a JSON array of sentences.</summary>
    public string Warnings { get; set; } = "[]";

    /// <summary>The caller's own notes: a JSON object of strings, given back as it came.</summary>
    public string Metadata { get; init; } = "{}";

    /// <summary>The tracked link's code; null for a video without a link.</summary>
    public string? LinkCode { get; set; }

    /// <summary>What was booked on it, in millionths of a US dollar; null for nothing.</summary>
    public long? MicroDollars { get; set; }

    /// <summary>When what it was ordered with was removed; null while it is there.</summary>
    public DateTimeOffset? InputsGoneAt { get; set; }

    /// <summary>What it was expected to cost when it was ordered, in millionths of a US dollar; null where nobody asked.</summary>
    public long? EstimatedMicroDollars { get; set; }

    /// <summary>What of rights-holders it shows: a JSON array of <see cref="SoraFunctions.Pipeline.Rights.VideoRight"/>; null for nothing.</summary>
    public string? Rights { get; set; }

    /// <summary>Why it may not be removed; null where it may.</summary>
    public string? HoldReason { get; set; }
}
