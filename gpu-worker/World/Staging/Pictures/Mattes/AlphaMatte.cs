using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Pictures.Mattes;

/// <summary>
/// From a small mask to soft alpha at full size. In a band along the outline each pixel is taken as a mixture of the product's and the
/// ground's colour nearby; a guided filter (He, Sun and Tang, "Guided image filtering", 2013) takes the grain out of what comes of it.
/// The colours in the band are freed from the ground's.
/// </summary>
internal sealed class AlphaMatte
{
    // Contrast of product and ground at which the mixture is half trusted.
    private const float Doubt = 0.07f;
    private const float Misfit = 0.04f;
    private const float GuideSmoothing = 4e-4f;

    private readonly Texture _picture;
    private readonly bool[] _mask;
    private readonly int _maskWidth;
    private readonly int _maskHeight;
    private readonly float _scale;
    private readonly byte[] _zone;
    private readonly float[] _alpha;
    private readonly Vector3[] _product;
    private readonly Vector3[] _ground;
    private readonly List<int> _band = [];

    private AlphaMatte(Texture picture, bool[] mask, int maskWidth, int maskHeight)
    {
        (_picture, _mask, _maskWidth, _maskHeight) = (picture, mask, maskWidth, maskHeight);
        _scale = (float)picture.Width / maskWidth;
        var size = picture.Width * picture.Height;
        (_zone, _alpha) = (new byte[size], new float[size]);
        (_product, _ground) = (new Vector3[size], new Vector3[size]);
    }

    /// <summary>The picture with the ground made transparent.</summary>
    /// <param name="picture">At full size.</param>
    /// <param name="mask">Whether each pixel of a smaller raster belongs to the product.</param>
    /// <param name="maskWidth">Width of that raster.</param>
    /// <param name="maskHeight">Its height.</param>
    public static Texture Apply(Texture picture, bool[] mask, int maskWidth, int maskHeight)
    {
        var matte = new AlphaMatte(picture, mask, maskWidth, maskHeight);
        matte.Divide();
        matte.Mix();
        matte.Smooth();
        return matte.Result();
    }

    // Zones: 0 ground, 1 band, 2 product, by the small mask with a margin of a pixel and a half.
    private void Divide()
    {
        var small = new byte[_mask.Length];
        for (var y = 0; y < _maskHeight; y++)
        {
            for (var x = 0; x < _maskWidth; x++)
            {
                small[(y * _maskWidth) + x] = Around(x, y);
            }
        }

        for (var i = 0; i < _zone.Length; i++)
        {
            int x = i % _picture.Width, y = i / _picture.Width;
            _zone[i] = small[(Math.Min((int)(y / _scale), _maskHeight - 1) * _maskWidth) + Math.Min((int)(x / _scale), _maskWidth - 1)];
            _alpha[i] = _zone[i] / 2f;
            if (_zone[i] == 1)
            {
                _band.Add(i);
            }
        }

        byte Around(int x, int y)
        {
            var (product, all) = (0, 0);
            for (var dy = -2; dy <= 2; dy++)
            {
                for (var dx = -2; dx <= 2; dx++)
                {
                    if ((dx * dx) + (dy * dy) <= 5 && x + dx >= 0 && x + dx < _maskWidth && y + dy >= 0 && y + dy < _maskHeight)
                    {
                        product += _mask[((y + dy) * _maskWidth) + x + dx] ? 1 : 0;
                        all++;
                    }
                }
            }

            return (byte)(product == 0 ? 0 : product == all ? 2 : 1);
        }
    }

    private Vector3 Colour(int i) => new Vector3(_picture.Rgba[4 * i], _picture.Rgba[(4 * i) + 1], _picture.Rgba[(4 * i) + 2]) / 255;

    // How far the mask says a place is inside, smooth from pixel to pixel.
    private float Coarse(int x, int y)
    {
        float u = ((x + 0.5f) / _scale) - 0.5f, v = ((y + 0.5f) / _scale) - 0.5f;
        int left = (int)MathF.Floor(u), top = (int)MathF.Floor(v);
        float At(int a, int b) => _mask[(Math.Clamp(b, 0, _maskHeight - 1) * _maskWidth) + Math.Clamp(a, 0, _maskWidth - 1)] ? 1 : 0;
        return float.Lerp(
            float.Lerp(At(left, top), At(left + 1, top), u - left), float.Lerp(At(left, top + 1), At(left + 1, top + 1), u - left), v - top);
    }

    private void Mix()
    {
        var reach = (int)MathF.Ceiling(5 * _scale);
        var step = Math.Max(1, reach / 8);
        List<(Vector3 Colour, float Weight)> product = [], ground = [];
        foreach (var i in _band)
        {
            Near(i, 2, reach, step, product);
            Near(i, 0, reach, step, ground);
            var coarse = Coarse(i % _picture.Width, i / _picture.Width);
            var b = Mean(ground, Colour(i));
            (_ground[i], _product[i], _alpha[i]) = (b, Mean(product, Colour(i)), coarse);
            if (product.Count > 0 && ground.Count > 0)
            {
                Unmix(i, product, coarse);
            }
        }
    }

    // The mean over what each product colour nearby makes of the pixel; those count most that explain it best.
    private void Unmix(int i, List<(Vector3 Colour, float Weight)> product, float coarse)
    {
        var (colour, b) = (Colour(i), _ground[i]);
        var (alpha, mean, trust, weights, least) = (0f, Vector3.Zero, 0f, 1e-12f, float.MaxValue);
        foreach (var (f, near) in product)
        {
            var across = f - b;
            var contrast = across.LengthSquared();
            var mixed = Math.Clamp(Vector3.Dot(colour - b, across) / Math.Max(contrast, 1e-6f), 0, 1);
            var off = (colour - (b + (across * mixed))).LengthSquared();
            var weight = near * MathF.Exp(-off / (2 * Misfit * Misfit));
            alpha += weight * mixed;
            mean += weight * f;
            trust += weight * contrast / (contrast + (Doubt * Doubt));
            weights += weight;
            least = Math.Min(least, off);
        }

        if (weights <= 1e-9f)
        {
            (alpha, trust, weights, mean) = (1, 1, 1, colour);
        }

        // What is unlike both is the product's: it has more colours than the ground.
        var mixture = float.Lerp(alpha / weights, 1, Math.Clamp((MathF.Sqrt(least) / 0.12f) - 0.5f, 0, 1));
        _alpha[i] = float.Lerp(coarse, mixture, trust / weights);
        _product[i] = mean / weights;
    }

    private static Vector3 Mean(List<(Vector3 Colour, float Weight)> samples, Vector3 otherwise)
    {
        var (sum, weights) = (Vector3.Zero, 0f);
        foreach (var (colour, weight) in samples)
        {
            (sum, weights) = (sum + (colour * weight), weights + weight);
        }

        return weights > 0 ? sum / weights : otherwise;
    }

    // Colours of a zone round a pixel, the nearest counting most.
    private void Near(int i, byte zone, int reach, int step, List<(Vector3 Colour, float Weight)> samples)
    {
        samples.Clear();
        int x = i % _picture.Width, y = i / _picture.Width;
        for (var v = Math.Max(y - reach, 0); v <= Math.Min(y + reach, _picture.Height - 1); v += step)
        {
            for (var u = Math.Max(x - reach, 0); u <= Math.Min(x + reach, _picture.Width - 1); u += step)
            {
                var j = (v * _picture.Width) + u;
                if (_zone[j] == zone)
                {
                    float square = ((u - x) * (u - x)) + ((v - y) * (v - y));
                    samples.Add((Colour(j), 1 / (1 + (square * square))));
                }
            }
        }
    }

    // A guided filter over the band alone: alpha as a linear function, in each small window, of the channel that varies most.
    private void Smooth()
    {
        var reach = Math.Max(1, (int)(0.6f * _scale));
        var before = (float[])_alpha.Clone();
        var fits = new (int Channel, float Slope, float Offset)[_band.Count];
        var number = new int[_zone.Length];
        for (var k = 0; k < _band.Count; k++)
        {
            number[_band[k]] = k + 1;
            var (g, gg, ga, a, count) = (Vector3.Zero, Vector3.Zero, Vector3.Zero, 0f, 0);
            foreach (var j in Window(_band[k], reach))
            {
                var guide = Colour(j);
                (g, gg, ga, a, count) = (g + guide, gg + (guide * guide), ga + (guide * before[j]), a + before[j], count + 1);
            }

            var spread = (gg / count) - (g * g / (count * count));
            var channel = spread.X > spread.Y && spread.X > spread.Z ? 0 : spread.Y > spread.Z ? 1 : 2;
            var slope = ((ga[channel] / count) - (g[channel] * a / (count * count))) / (spread[channel] + GuideSmoothing);
            fits[k] = (channel, slope, (a - (slope * g[channel])) / count);
        }

        foreach (var i in _band)
        {
            var (sum, count, colour) = (0f, 0, Colour(i));
            foreach (var j in Window(i, reach))
            {
                if (number[j] > 0)
                {
                    var (channel, slope, offset) = fits[number[j] - 1];
                    (sum, count) = (sum + (slope * colour[channel]) + offset, count + 1);
                }
            }

            _alpha[i] = Math.Clamp(sum / count, 0, 1);
        }
    }

    private IEnumerable<int> Window(int i, int reach)
    {
        int x = i % _picture.Width, y = i / _picture.Width;
        for (var v = Math.Max(y - reach, 0); v <= Math.Min(y + reach, _picture.Height - 1); v++)
        {
            for (var u = Math.Max(x - reach, 0); u <= Math.Min(x + reach, _picture.Width - 1); u++)
            {
                yield return (v * _picture.Width) + u;
            }
        }
    }

    private Texture Result()
    {
        var rgba = (byte[])_picture.Rgba.Clone();
        for (var i = 0; i < _zone.Length; i++)
        {
            if (_zone[i] == 0)
            {
                rgba[(4 * i) + 3] = 0;
            }
        }

        foreach (var i in _band)
        {
            var alpha = _alpha[i];

            // What is left of the pixel without the ground's part; where little is left, the product's colour nearby.
            var freed = Vector3.Clamp((Colour(i) - ((1 - alpha) * _ground[i])) / Math.Max(alpha, 0.05f), Vector3.Zero, Vector3.One);
            var colour = Vector3.Lerp(_product[i], freed, Math.Clamp((alpha - 0.2f) / 0.6f, 0, 1));
            for (var c = 0; c < 3; c++)
            {
                rgba[(4 * i) + c] = (byte)((255 * colour[c]) + 0.5f);
            }

            rgba[(4 * i) + 3] = (byte)((255 * alpha) + 0.5f);
        }

        return _picture with { Rgba = rgba };
    }
}
