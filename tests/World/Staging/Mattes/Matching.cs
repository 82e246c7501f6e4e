using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Staging.Mattes;

/// <summary>How far a matte is from the truth.</summary>
/// <param name="Alpha">Mean difference of alpha over the picture.</param>
/// <param name="Rim">Mean difference of alpha within a few pixels of the outline.</param>
/// <param name="Halo">Mean difference of colour, over black and over white, within a few pixels of the outline; sRGB of 0 to 1.</param>
public sealed record Matching(double Alpha, double Rim, double Halo)
{
    /// <summary>Compares.</summary>
    public static Matching Of(Composite truth, Texture matte)
    {
        int width = matte.Width, height = matte.Height;
        double all = 0, rim = 0, halo = 0;
        var rims = 0;
        for (var i = 0; i < truth.Alpha.Length; i++)
        {
            var alpha = matte.Rgba[(4 * i) + 3] / 255f;
            var off = Math.Abs(alpha - truth.Alpha[i]);
            all += off;
            if (IsRim(i % width, i / width))
            {
                var colour = new Vector3(matte.Rgba[4 * i], matte.Rgba[(4 * i) + 1], matte.Rgba[(4 * i) + 2]) / 255;
                var black = Vector3.Abs((colour * alpha) - (truth.Product[i] * truth.Alpha[i]));
                var white = Vector3.Abs(((colour - Vector3.One) * alpha) - ((truth.Product[i] - Vector3.One) * truth.Alpha[i]));
                rims++;
                rim += off;
                halo += (black.X + black.Y + black.Z + white.X + white.Y + white.Z) / 6;
            }
        }

        return new(all / truth.Alpha.Length, rim / rims, halo / rims);

        bool IsRim(int x, int y)
        {
            var here = Solid(x, y);
            return Solid(x - 3, y) != here || Solid(x + 3, y) != here || Solid(x, y - 3) != here || Solid(x, y + 3) != here;
        }

        bool Solid(int x, int y) => x >= 0 && y >= 0 && x < width && y < height && truth.Alpha[(y * width) + x] >= 0.5f;
    }
}
