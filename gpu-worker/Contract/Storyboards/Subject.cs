using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>Something that appears: the product, or a prop of a parametric shape.</summary>
public sealed record Subject
{
    /// <summary>Name that shots refer to: 1 to 32 characters of a-z, 0-9 and hyphen.</summary>
    public required string Id { get; init; }

    /// <summary>What a viewer would call it, in the language of the video.</summary>
    public required string Name { get; init; }

    /// <summary>Its shape.</summary>
    public required Form Form { get; init; }

    /// <summary>What it is made of; decides shading, weight, bounce and sound.</summary>
    public Matter Matter { get; init; } = Matter.Plastic;

    /// <summary>sRGB colour as <c>#rrggbb</c> of what no picture covers; null takes it from the picture or the look.</summary>
    public string? Colour { get; init; }

    /// <summary>Height in metres, 0.01 to 5.</summary>
    public double Height { get; init; } = 0.16;

    /// <summary>SHA-256 (64 lower-case hex digits) of the picture that gives its face or silhouette; null for a prop.</summary>
    public string? Picture { get; init; }

    /// <summary>SHA-256 (64 lower-case hex digits) of the glTF 2.0 binary file that is its shape; null unless <see cref="Form.Model"/>.</summary>
    public string? Model { get; init; }

    /// <summary>Whether it is the caller's own thing, with a picture or a 3-D model.</summary>
    [JsonIgnore]
    public bool IsOwn => Picture is not null || Model is not null;

    /// <summary>How many of them a shot shows, 1 to 60: falling petals, a row of balls.</summary>
    public int Count { get; init; } = 1;
}
