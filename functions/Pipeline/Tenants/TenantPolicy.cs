using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>What a tenant lets its members order.</summary>
public sealed record TenantPolicy
{
    /// <summary>Engines that may be named; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Engines { get; init; }

    /// <summary>Longest video in seconds; null for what the service takes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MostSeconds { get; init; }
}
