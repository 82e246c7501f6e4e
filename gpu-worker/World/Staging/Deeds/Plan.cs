using SoraFunctions.World.Physics.Joints;
using SoraFunctions.World.Staging.Effects;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>One way to do a deed.</summary>
/// <param name="Lead">How the first subject begins.</param>
internal sealed record Plan(Mark Lead)
{
    /// <summary>How the others begin that the deed sets in motion itself; their bodies follow the first subject's, counted from 1.</summary>
    public IReadOnlyList<Mark> Others { get; init; } = [];

    /// <summary>Makes what takes part besides rigid pieces, given the seconds simulated before the first frame.</summary>
    public Func<double, IReadOnlyList<Effect>> Effects { get; init; } = _ => [];

    /// <summary>Makes what holds bodies together; asked for before <see cref="Effects"/>, once for each performance.</summary>
    public Func<IReadOnlyList<Joint>> Joints { get; init; } = () => [];

    /// <summary>Acceleration of free fall in m/s2.</summary>
    public double Gravity { get; init; } = Scene.Gravity;

    /// <summary>Height of the solid ground in metres: the bottom, where there is water; minus infinity for none.</summary>
    public double GroundHeight { get; init; }

    /// <summary>Whether the first subject is to end within the picture, however it lies.</summary>
    public bool EndsInView { get; init; }

    /// <summary>Whether the first subject is to end upright, near its place, with its face to the camera.</summary>
    public bool EndsUpright { get; init; }
}
