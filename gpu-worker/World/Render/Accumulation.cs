using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// A frame of several exposures, each with its part of the time and of the lens, a shifted picture and other samples of the light (Haeberli
/// and Akeley, "The Accumulation Buffer", 1990). What each part still spreads, the exposure blurs itself, so that few suffice.
/// </summary>
internal sealed unsafe class Accumulation(Film film)
{
    private readonly float[] sums = GC.AllocateArray<float>(3 * film.Stride * film.Rows, pinned: true);

    /// <summary>The exposures of one frame.</summary>
    public static readonly Exposure[] Parts =
    [
        new(0.5f, 0.625f, -0.4f, -0.4f, 0.5f, -0.125f, -0.0625f, 0),
        new(0.625f, 0.75f, 0.4f, 0.4f, 0.5f, 0.125f, 0.0625f, 1),
        new(0.75f, 0.875f, 0.4f, -0.4f, 0.5f, 0.0625f, -0.125f, 2),
        new(0.875f, 1, -0.4f, 0.4f, 0.5f, -0.0625f, 0.125f, 3),
    ];

    /// <summary>Adds one row of the film; with the last part, the film holds the mean of all.</summary>
    /// <param name="part">Which part it is.</param>
    /// <param name="row">The row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int part, int row)
    {
        var sum = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(sums));
        for (var plane = 0; plane < 3; plane++)
        {
            var from = film.Plane(plane) + row * film.Stride;
            var to = sum + (plane * film.Rows + row) * film.Stride;
            for (var x = 0; x < film.Across; x += 16)
            {
                var value = Vector512.Load(from + x);
                if (part > 0) value += Vector512.Load(to + x);
                if (part < Parts.Length - 1) value.Store(to + x);
                else (value * (1f / Parts.Length)).Store(from + x);
            }
        }
    }
}
