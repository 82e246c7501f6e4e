using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Where the opaque part of each row of a picture begins and ends.</summary>
internal sealed class Rows
{
    private readonly (double Left, double Right)[] _extents;

    /// <summary>Of a picture; rows without opaque pixels are like the one above.</summary>
    public Rows(Texture texture)
    {
        _extents = new (double, double)[texture.Height];
        var last = (0.0, (double)texture.Width);
        for (var y = 0; y < texture.Height; y++)
        {
            _extents[y] = last = Extent(texture, y) ?? last;
        }
    }

    /// <summary>Where a row begins and ends, in pixels from the left; the mean of a few rows, for single rows of a photo's outline are rough.</summary>
    /// <param name="row">From the top.</param>
    public (double Left, double Right) At(double row)
    {
        var reach = Math.Max(1, _extents.Length / 300);
        double left = 0, right = 0;
        for (var y = (int)row - reach; y <= (int)row + reach; y++)
        {
            var (l, r) = _extents[Math.Clamp(y, 0, _extents.Length - 1)];
            left += l;
            right += r;
        }

        return (left / ((2 * reach) + 1), right / ((2 * reach) + 1));
    }

    private static (double Left, double Right)? Extent(Texture texture, int y)
    {
        int first = -1, last = -1;
        for (var x = 0; x < texture.Width; x++)
        {
            if (texture.Rgba[(((y * texture.Width) + x) * 4) + 3] >= 128)
            {
                first = first < 0 ? x : first;
                last = x;
            }
        }

        return first < 0 ? null : (first, last + 1);
    }
}
