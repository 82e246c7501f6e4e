using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoraFunctions.World.Render;

/// <summary>An exposed picture: linear light, one plane a colour, rows padded to whole sixteens.</summary>
internal sealed unsafe class Film
{
    private readonly float[] planes;

    public Film(int width, int height)
    {
        (Width, Height) = (width, height);
        Stride = (width + 15) & ~15;
        Rows = (height + 15) & ~15;
        planes = GC.AllocateArray<float>(3 * Stride * Rows + 16, pinned: true);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels from row to row.</summary>
    public int Stride { get; }

    /// <summary>Rows with their padding.</summary>
    public int Rows { get; }

    /// <summary>One of the planes: 0 red, 1 green, 2 blue.</summary>
    public float* Plane(int colour) =>
        (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(planes)) + colour * Stride * Rows;
}
