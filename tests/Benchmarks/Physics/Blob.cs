namespace SoraFunctions.Benchmarks.Physics;

/// <summary>What a frame shows of one colour.</summary>
/// <param name="X">Column of its middle, in pixels and parts of them.</param>
/// <param name="Y">Row of its middle.</param>
/// <param name="Area">Pixels that it covers; 0 for none.</param>
internal readonly record struct Blob(double X, double Y, double Area)
{
    private const int Least = 40;

    /// <summary>Finds one of the three colours by how far it stands above the other two.</summary>
    /// <param name="rgb">The frame.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="colour">0 red, 1 green, 2 blue.</param>
    public static Blob Of(byte[] rgb, int width, int colour)
    {
        double x = 0, y = 0, weight = 0;
        for (var i = 0; i < rgb.Length; i += 3)
        {
            var stands = rgb[i + colour] - Math.Max(rgb[i + ((colour + 1) % 3)], rgb[i + ((colour + 2) % 3)]);
            if (stands >= Least)
            {
                var pixel = i / 3;
                x += (pixel % width + 0.5) * stands;
                y += ((pixel / width) + 0.5) * stands;
                weight += stands;
            }
        }

        return weight > 0 ? new(x / weight, y / weight, weight / 255) : default;
    }
}
