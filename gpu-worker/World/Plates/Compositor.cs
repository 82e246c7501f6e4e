using System.Numerics;
using SoraFunctions.World.Staging;

namespace SoraFunctions.World.Plates;

/// <summary>
/// Sets filmed bodies and their shadows into a plate: differential rendering (Debevec, "Rendering Synthetic Objects into Real Scenes",
/// 1998, section 4), with the ratio of light in place of its difference, since the ground of the plate has another colour. Where a body is
/// whole, its pixels are those of the film, untouched.
/// </summary>
internal sealed class Compositor
{
    /// <summary>Pixels of the picture for one cell of the field of shadows.</summary>
    private const int Cell = 4;

    /// <summary>Exponent of the film's curve below its bend: light from display values by its inverse.</summary>
    private const double FilmSlope = 1.14;

    /// <summary>The most that a body may brighten the ground.</summary>
    private const float MostLight = 1.25f;

    private const int Steps = 4096;
    private static readonly float[] _linear = [.. Enumerable.Range(0, 256).Select(value => Colours.Linear((byte)value))];
    private static readonly byte[] _bytes = [.. Enumerable.Range(0, Steps + 1).Select(step => Colours.Byte((float)step / Steps * step / Steps))];

    private readonly int width;
    private readonly int height;
    private readonly byte[] bare;
    private readonly float[] cover = new float[256];
    private readonly ShadowField shadows;

    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="bare">The ground without bodies: R, G, B bytes.</param>
    /// <param name="whole">The value of the mask where a body is whole.</param>
    public Compositor(int width, int height, byte[] bare, byte whole)
    {
        (this.width, this.height, this.bare) = (width, height, bare);
        shadows = new((width + Cell - 1) / Cell, (height + Cell - 1) / Cell);
        for (var value = 0; value < 256; value++)
        {
            // Dither moves a value by one either way; that is neither a body nor a hole in one.
            cover[value] = value <= 2 ? 0 : value >= whole - 2 ? 1 : (float)Math.Pow(_linear[value] / _linear[whole], 1 / FilmSlope);
        }
    }

    /// <summary>Composes a frame.</summary>
    /// <param name="lit">The bodies on their ground: R, G, B bytes.</param>
    /// <param name="mask">Where they are, likewise.</param>
    /// <param name="plate">The plate; becomes the composite.</param>
    public void Compose(ReadOnlySpan<byte> lit, ReadOnlySpan<byte> mask, Span<byte> plate)
    {
        Measure(lit, mask);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = 3 * ((y * width) + x);
                var covered = cover[mask[at + 1]];
                if (covered >= 1)
                {
                    lit.Slice(at, 3).CopyTo(plate[at..]);
                    continue;
                }

                var shadow = shadows.Read(((x + 0.5f) / Cell) - 0.5f, ((y + 0.5f) / Cell) - 0.5f);
                plate[at] = Mixed(lit[at], bare[at], plate[at], covered, shadow.X);
                plate[at + 1] = Mixed(lit[at + 1], bare[at + 1], plate[at + 1], covered, shadow.Y);
                plate[at + 2] = Mixed(lit[at + 2], bare[at + 2], plate[at + 2], covered, shadow.Z);
            }
        }
    }

    private void Measure(ReadOnlySpan<byte> lit, ReadOnlySpan<byte> mask)
    {
        shadows.Clear();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = 3 * ((y * width) + x);
                if (cover[mask[at + 1]] <= 0)
                {
                    var factor = Colour(lit, at) / Vector3.Max(Colour(bare, at), new(1e-3f));
                    shadows.Add(x / Cell, y / Cell, Vector3.Min(factor, new(MostLight)));
                }
            }
        }

        shadows.Fill();
    }

    private static Vector3 Colour(ReadOnlySpan<byte> rgb, int at) => new(_linear[rgb[at]], _linear[rgb[at + 1]], _linear[rgb[at + 2]]);

    // What the film shows at an edge is the body's part and the ground's; the ground's is taken out and the plate's put in.
    private static byte Mixed(byte lit, byte bare, byte plate, float covered, float shadow)
    {
        var behind = _linear[plate] * shadow;
        var light = covered <= 0 ? behind
            : Math.Max(0, _linear[lit] - ((1 - covered) * _linear[bare] * shadow)) + ((1 - covered) * behind);
        return _bytes[(int)((MathF.Sqrt(Math.Min(light, 1)) * Steps) + 0.5f)];
    }
}
