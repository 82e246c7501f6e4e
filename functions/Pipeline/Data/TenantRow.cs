using SoraFunctions.Commerce.Attribution;

namespace SoraFunctions.Pipeline.Data;

/// <summary>Who calls.</summary>
public sealed class TenantRow
{
    /// <summary>1 to 32 characters of a-z, 0-9 and '-'; the second segment of every blob path.</summary>
    public required string Id { get; init; }

    /// <summary>What a person calls it.</summary>
    public required string Name { get; set; }

    /// <summary>When it accepted the duty to label copies without words in the picture; null when it has not.</summary>
    public DateTimeOffset? LabelDutyAt { get; set; }

    /// <summary>The person who accepted it.</summary>
    public string? LabelDutyBy { get; set; }

    /// <summary>How many days before its payment an order may be due to a video; null for the usual.</summary>
    public int? AttributionDays { get; set; }

    /// <summary>To which of several videos it is due; null for the usual.</summary>
    public Touch? AttributionTouch { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
