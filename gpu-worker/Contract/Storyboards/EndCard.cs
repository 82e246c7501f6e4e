using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>What the last seconds show over the last shot: who sells what for how much, and where.</summary>
public sealed record EndCard
{
    /// <summary>The name of the product or campaign.</summary>
    public required string Title { get; init; }

    /// <summary>The price as a reader of the language would write it; null for none.</summary>
    public string? Price { get; init; }

    /// <summary>The price before, shown struck through beside the price; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Was { get; init; }

    /// <summary>What buyers think of it; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Rating? Rating { get; init; }

    /// <summary>The invitation on the button; null for none.</summary>
    public string? CallToAction { get; init; }

    /// <summary>Brand name shown small; null for none.</summary>
    public string? Brand { get; init; }

    /// <summary>How long it stays, 1 to 6 seconds, counted back from the last frame.</summary>
    public decimal Seconds { get; init; } = 2.5m;
}
