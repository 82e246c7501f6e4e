using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>What a tenant has set for all its videos.</summary>
public sealed record TenantSettings
{
    /// <summary>Nothing set.</summary>
    public static TenantSettings None { get; } = new();

    /// <summary>Its brand, where an order names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BrandBrief? Brand { get; init; }

    /// <summary>Terms to be shown, where an order names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Legal { get; init; }

    /// <summary>Voice of spoken lines, where an order says nothing of a voice; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Voice { get; init; }

    /// <summary>Channels, where an order names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>Language, where an order names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>Markets, where an order names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Markets { get; init; }

    /// <summary>What may be ordered; null for everything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TenantPolicy? Policy { get; init; }

    /// <summary>Days after which a video is removed; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? VideoDays { get; init; }

    /// <summary>Days after which what a video was ordered with is removed: words, pictures, models, sound; null for as long as the video.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InputDays { get; init; }

    /// <summary>Most that it wants to spend in a day of UTC, in millionths of a US dollar; null for no cap.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? DayCap { get; init; }

    /// <summary>Most that it wants to spend in a month of UTC, in millionths of a US dollar; null for no cap.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MonthCap { get; init; }

    /// <summary>What of it is seen or heard in a video that does not say so itself, as text: another text is another video. Empty for nothing.</summary>
    public string Look() => this is { Brand: null, Legal: null, Voice: null, Markets: null } ? "" : JsonSerializer.Serialize(
        new TenantSettings { Brand = Brand, Legal = Legal, Voice = Voice, Markets = Markets }, PipelineJson.Default.TenantSettings);
}
