using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>The look of the developed film.</summary>
public sealed record Grade
{
    /// <summary>Slope of the film's curve at middle grey; 1 is neutral.</summary>
    public float Contrast { get; init; } = 1;

    /// <summary>0 grey, 1 as it is, up to 1.5.</summary>
    public float Saturation { get; init; } = 1;

    /// <summary>Tint of the shadows; the sum of its parts should be 3 for unchanged brightness.</summary>
    public Vector3 Shadows { get; init; } = Vector3.One;

    /// <summary>Tint of the highlights.</summary>
    public Vector3 Highlights { get; init; } = Vector3.One;

    /// <summary>How much darker the corners are, 0 to 1.</summary>
    public float Vignette { get; init; } = 0.12f;

    /// <summary>Strength of the glow around highlights, 1 as usual.</summary>
    public float Bloom { get; init; } = 1;
}
