using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Links;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>Where a viewer is sent.</summary>
/// <param name="Destination">Absolute http or https address of the shop's page.</param>
/// <param name="Campaign">Name for the shop's own statistics, up to 100 letters, digits, '-' and '_'; null for the product's.</param>
public sealed record LinkWish(string Destination, string? Campaign = null)
{
    /// <summary>A discount code that this video alone shows; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Discount { get; init; }

    /// <summary>Until when the link leads anywhere; null for ever.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Where viewers of some channels, in some countries or of some languages are sent, the first that fits; null for nowhere else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LinkTarget>? Targets { get; init; }
}
