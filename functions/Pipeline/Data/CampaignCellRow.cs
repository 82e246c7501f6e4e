using SoraFunctions.Pipeline.Campaigns.Runs;

namespace SoraFunctions.Pipeline.Data;

/// <summary>A cell of a run: one video.</summary>
public sealed class CampaignCellRow
{
    /// <summary>Of which run.</summary>
    public required string RunId { get; init; }

    /// <summary>Its place in the run, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Of which campaign.</summary>
    public required string CampaignId { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Of which product.</summary>
    public required string Sku { get; init; }

    /// <summary>In which language.</summary>
    public required string Locale { get; init; }

    /// <summary>For which channel.</summary>
    public required string Channel { get; init; }

    /// <summary>In which creative variant.</summary>
    public required string Variant { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What decides its content: see <see cref="Campaigns.Plans.CampaignCell.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of its product's document: while this row is there, so is that.</summary>
    public string Document { get; init; } = "";

    /// <summary>By which engine.</summary>
    public required string Engine { get; init; }

    /// <summary>Thousandths of a second of video.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>Where it stands.</summary>
    public CellState State { get; set; }

    /// <summary>Its video; null while there is none.</summary>
    public string? VideoId { get; set; }

    /// <summary>Whether that video was there before.</summary>
    public bool Reused { get; set; }

    /// <summary>How often it has failed.</summary>
    public int Failures { get; set; }

    /// <summary>Not before this time it is tried again; null for at once.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>Why it failed: a sentence.</summary>
    public string? Fault { get; set; }

    /// <summary>What it has cost, in millionths of a US dollar.</summary>
    public long PaidMicroDollars { get; set; }

    /// <summary>What the video that is being made may cost besides.</summary>
    public long DueMicroDollars { get; set; }

    /// <summary>For how many thousandths of a second GPUs have worked for it.</summary>
    public long PaidGpuMilliseconds { get; set; }

    /// <summary>For how long they may work besides for the video that is being made.</summary>
    public long DueGpuMilliseconds { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
