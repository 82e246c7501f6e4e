using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>Words shown during a shot.</summary>
/// <param name="Text">The words, at most 120 characters.</param>
/// <param name="Role">What they are, which decides size and place.</param>
public sealed record Caption(string Text, CaptionRole Role = CaptionRole.Line)
{
    /// <summary>The price before, which is shown struck through beside a <see cref="CaptionRole.Price"/>; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Was { get; init; }

    /// <summary>0 to 5 of five stars, filled that far, before the words of a <see cref="CaptionRole.Rating"/>; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Stars { get; init; }
}
