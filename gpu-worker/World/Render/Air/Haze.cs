using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render.Around;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Air;

/// <summary>Haze: with distance, things lose their light and take on that of the air, which has the horizon's colour in each direction.</summary>
internal sealed unsafe class Haze
{
    /// <summary>Directions round the horizon.</summary>
    private const int Ring = 64;

    /// <summary>How much of the horizon the air mixes, in radians.</summary>
    private const float Mixed = 0.5f;

    private readonly float[] air = GC.AllocateArray<float>(3 * (Ring + 1), pinned: true);
    private readonly float octavesPerMetre;

    /// <param name="density">Part of the light that is lost on a metre.</param>
    /// <param name="backdrop">The backdrop.</param>
    public Haze(float density, BackdropShading backdrop)
    {
        octavesPerMetre = -MathF.Log2(1 - Math.Clamp(density, 0, 0.99f));
        for (var i = 0; i <= Ring && Thick; i++)
        {
            var (sin, cos) = MathF.SinCos(2 * MathF.PI * i / Ring - MathF.PI);
            var light = backdrop.Radiance(Wide3.All(Vector3.Normalize(new Vector3(sin, 0.01f, -cos))), Mixed);
            new Vector3(light.X.ToScalar(), light.Y.ToScalar(), light.Z.ToScalar()).CopyTo(air, 3 * i);
        }
    }

    /// <summary>Whether there is any.</summary>
    public bool Thick => octavesPerMetre > 0;

    /// <summary>Light of the air.</summary>
    /// <param name="direction">From the camera, of any length.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Light(in Wide3 direction)
    {
        var at = Fma(Angles.Atan2(direction.X, -direction.Z), All(Ring / (2 * MathF.PI)), All(Ring / 2f));
        var whole = Min(Max(Vector512.Floor(at), Wide.Zero), All(Ring - 1));
        var place = Vector512.ConvertToInt32(whole) * 3;
        var data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(air));
        return Wide3.Lerp(
            new Wide3(Gather(data, place), Gather(data + 1, place), Gather(data + 2, place)),
            new Wide3(Gather(data + 3, place), Gather(data + 4, place), Gather(data + 5, place)), at - whole);
    }

    /// <summary>Part of the light that is left after a distance (Bouguer's law).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Passed(Wide distance) => Exp2(distance * -octavesPerMetre);
}
