using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Cameras;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>What a deed has to reckon with.</summary>
/// <param name="Lead">The first subject.</param>
/// <param name="Others">The copies and props that the deed may set in motion.</param>
/// <param name="View">What the camera sees.</param>
/// <param name="Seconds">Length of the shot.</param>
/// <param name="Ground">The ground's surface.</param>
/// <param name="Random">Chance.</param>
internal sealed record Scene(Piece Lead, IReadOnlyList<Piece> Others, View View, double Seconds, Surface Ground, Random Random)
{
    /// <summary>Acceleration of free fall, m/s2.</summary>
    public const double Gravity = 9.81;

    /// <summary>Whether there is neither weight nor ground.</summary>
    public bool Weightless { get; init; }

    /// <summary>Whether the camera goes round the subject.</summary>
    public bool CameraOrbits { get; init; }

    /// <summary>Colours of the video.</summary>
    public required Look Look { get; init; }

    /// <summary>Same seed, same matter in motion.</summary>
    public long Seed { get; init; }

    /// <summary>Depth of the water in metres, where there is water.</summary>
    public double Depth { get; init; } = 1.4;

    /// <summary>Distance from the middle at which something of a width is out of the picture.</summary>
    public double Offstage(double width) => (1.08 * View.HalfWidth) + (0.5 * width) + (0.25 * View.Size.Z * View.TangentX);

    /// <summary>A number between two.</summary>
    public double Between(double low, double high) => low + ((high - low) * Random.NextDouble());
}
