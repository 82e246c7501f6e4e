using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>What the operator lets a tenant have; null for the deployment's.</summary>
public sealed record TenantLimits
{
    /// <summary>Nothing but the deployment's.</summary>
    public static TenantLimits None { get; } = new();

    /// <summary>Requests in a minute.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RequestsPerMinute { get; init; }

    /// <summary>Requests that are answered at the same time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ConcurrentRequests { get; init; }

    /// <summary>Videos that may be ordered in a day of UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? VideosPerDay { get; init; }

    /// <summary>Videos that may be ordered in a month of UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? VideosPerMonth { get; init; }

    /// <summary>Seconds of video that may be ordered in a month of UTC, all renditions together.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SecondsPerMonth { get; init; }

    /// <summary>What may be spent in a month of UTC, in millionths of a US dollar.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MonthCap { get; init; }
}
