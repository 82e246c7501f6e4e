using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Air;

/// <summary>Haze: with distance, things lose their light and take on that of the air, which has the horizon's colour.</summary>
/// <param name="density">Part of the light that is lost on a metre.</param>
/// <param name="backdrop">The backdrop.</param>
internal sealed class Haze(float density, BackdropShading backdrop)
{
    /// <summary>How much of the horizon the air mixes, in radians.</summary>
    private const float Mixed = 0.5f;

    private readonly float octavesPerMetre = -MathF.Log2(1 - Math.Clamp(density, 0, 0.99f));

    /// <summary>Whether there is any.</summary>
    public bool Thick => density > 0;

    /// <summary>Light that arrives from things.</summary>
    /// <param name="colour">Light that they send.</param>
    /// <param name="direction">From the camera to them, unit length.</param>
    /// <param name="distance">In metres.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Over(in Wide3 colour, in Wide3 direction, Wide distance)
    {
        var level = Wide3.Normalize(new Wide3(direction.X, Max(direction.Y * 0.3f, All(0.01f)), direction.Z));
        return Wide3.Lerp(backdrop.Radiance(level, Mixed), colour, Passed(distance));
    }

    /// <summary>Part of the light that is left after a distance (Bouguer's law).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Passed(Wide distance) => Exp2(distance * -octavesPerMetre);
}
