using System.Numerics;
using SoraFunctions.World.Staging;

namespace SoraFunctions.World.Plates;

/// <summary>What a plate tells of the light in it: enough that a product in front of it looks as if it stood there. Linear colours.</summary>
/// <param name="Above">Mean of its upper third.</param>
/// <param name="Behind">Mean of its middle third.</param>
/// <param name="Below">Mean of its lower third.</param>
/// <param name="Side">Where its brightest part is: -1 at the left edge to 1 at the right.</param>
internal sealed record PlateLight(Vector3 Above, Vector3 Behind, Vector3 Below, float Side)
{
    /// <summary>Every so many pixels across and down are looked at: means need no more.</summary>
    private const int Stride = 4;

    /// <summary>How much more a bright pixel counts for the side: lamps and windows outweigh walls.</summary>
    private const float Emphasis = 3;

    /// <summary>Mean of all.</summary>
    public Vector3 Mean => (Above + Behind + Below) / 3;

    /// <summary>Reads a frame.</summary>
    /// <param name="rgb">Width * height * 3 bytes, rows from the top.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    public static PlateLight Of(ReadOnlySpan<byte> rgb, int width, int height)
    {
        Span<Vector3> sums = stackalloc Vector3[3];
        Span<int> counts = stackalloc int[3];
        sums.Clear();
        counts.Clear();
        var (moment, weight) = (0.0, 1e-9);
        for (var y = 0; y < height; y += Stride)
        {
            var third = 3 * y / height;
            for (var x = 0; x < width; x += Stride)
            {
                var at = 3 * ((y * width) + x);
                var colour = new Vector3(Colours.Linear(rgb[at]), Colours.Linear(rgb[at + 1]), Colours.Linear(rgb[at + 2]));
                sums[third] += colour;
                counts[third]++;
                var bright = Math.Pow(Colours.Luminance(colour), Emphasis);
                moment += bright * ((2.0 * x / (width - 1)) - 1);
                weight += bright;
            }
        }

        return new(sums[0] / counts[0], sums[1] / counts[1], sums[2] / counts[2], (float)(moment / weight));
    }
}
