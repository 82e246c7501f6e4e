using System.Numerics;

namespace SoraFunctions.World.Staging.Pictures.Mattes;

/// <summary>
/// Parts a small picture into product and ground, in the manner of Rother, Kolmogorov and Blake, "GrabCut" (2004): colour mixtures of
/// both sides and a cut along edges. Two things tell a pixel besides its colour: whether it is the ground's colour in a shadow, and how
/// strong the edges are that every way from the border to it crosses. So a shadow belongs to the ground, for it begins softly; and a
/// white label on a white ground belongs to the product, for the product's edge is round it.
/// </summary>
internal sealed class Segmentation
{
    private const int Rounds = 3;
    private const int Gap = 5;
    private const float Strongest = 8;
    private const float Smoothness = 14;
    private const float Length = 0.6f;
    private const float DarkestShadow = 0.3f;

    // Steps up to this within what looks like a deep shadow are its own softness.
    private const float SoftStep = 0.06f;

    private readonly Raster _picture;
    private readonly PlainGround _ground;
    private readonly float _step;
    private readonly Vector3[] _residual;
    private readonly float[] _likeGround;
    private readonly float[] _likeShadow;
    private readonly float[] _softStep;

    private Segmentation(Raster picture, PlainGround ground)
    {
        (_picture, _ground) = (picture, ground);
        _step = Math.Max(0.014f, 1.6f * ground.Stray);
        var size = picture.Colours.Length;
        (_residual, _likeGround, _likeShadow, _softStep) = (new Vector3[size], new float[size], new float[size], new float[size]);
        for (var i = 0; i < size; i++)
        {
            var behind = ground.At(i % picture.Width, i / picture.Width);
            _residual[i] = picture.Colours[i] - behind;
            _likeGround[i] = 1 - Ramp(_residual[i].Length(), 2 * _step, 4 * _step);
            (_likeShadow[i], var light) = Shadow(picture.Colours[i], behind);
            _softStep[i] = Math.Max(_step, SoftStep * _likeShadow[i] * Math.Clamp((1 - light) / 0.35f, 0, 1));
        }
    }

    /// <summary>Whether each pixel belongs to the product; holes are filled.</summary>
    public static bool[] Of(Raster picture, PlainGround ground)
    {
        var segmentation = new Segmentation(picture, ground);
        var enclosed = segmentation.Enclosed();
        var wants = segmentation.FirstWants(enclosed);
        var inside = segmentation.Cut(wants);
        for (var round = 1; round < Rounds; round++)
        {
            inside = segmentation.Cut(segmentation.Between(segmentation.Wants(enclosed, inside), inside));
        }

        return FillHoles(inside, picture.Width, picture.Height);
    }

    // 0 below, 1 above, smooth between.
    private static float Ramp(float value, float from, float to)
    {
        var t = Math.Clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }

    // How well a colour is the ground's, evenly darkened, and by what.
    private (float Likeness, float Light) Shadow(Vector3 colour, Vector3 behind)
    {
        var light = Vector3.Dot(colour, behind) / Math.Max(behind.LengthSquared(), 1e-4f);
        var off = (colour - (light * behind)).Length();
        var tolerance = (1.5f * _step) + (0.05f * (1 - light));
        return light is > DarkestShadow and < 1.05f
            ? ((1 - Ramp(off, tolerance, 2 * tolerance)) * Ramp(light, DarkestShadow, DarkestShadow + 0.15f), light)
            : (0, light);
    }

    // 0 where some way from the border crosses no edge, 1 where all cross strong ones; by sweeps over the picture, to and fro.
    private float[] Enclosed()
    {
        int width = _picture.Width, height = _picture.Height;
        var crossed = new float[width * height];
        for (var i = 0; i < crossed.Length; i++)
        {
            int x = i % width, y = i / width;
            crossed[i] = (x == 0 || y == 0 || x == width - 1 || y == height - 1) && _likeGround[i] > 0.5f ? 0 : 1e6f;
        }

        for (var sweep = 0; sweep < 6; sweep++)
        {
            var back = sweep % 2 == 1;
            for (var k = 0; k < crossed.Length; k++)
            {
                var i = back ? crossed.Length - 1 - k : k;
                int x = i % width, y = i / width, before = back ? 1 : -1;
                Via(i, x + before, y);
                Via(i, x - 1, y + before);
                Via(i, x, y + before);
                Via(i, x + 1, y + before);
            }
        }

        return Array.ConvertAll(crossed, value => Ramp(value, 0.015f + (0.2f * _step), 0.05f + _step));

        void Via(int i, int x, int y)
        {
            if (x >= 0 && x < width && y >= 0 && y < height)
            {
                var j = (y * width) + x;
                var change = Vector3.Abs(_picture.Colours[i] - _picture.Colours[j]);
                var edge = Math.Max(change.X, Math.Max(change.Y, change.Z)) - Math.Min(_softStep[i], _softStep[j]);
                crossed[i] = Math.Min(crossed[i], crossed[j] + Math.Max(edge, 0));
            }
        }
    }

    private float[] FirstWants(float[] enclosed) =>
        [.. enclosed.Select((edge, i) => Tempered(Strongest * (2 * Ramp(_residual[i].Length(), 3 * _step, 6 * _step) - 1), edge, i))];

    private float[] Wants(float[] enclosed, bool[] inside)
    {
        var product = ColourMixture.Of([.. _picture.Colours.Where((_, i) => inside[i])], 5);
        var ground = ColourMixture.Of([.. _residual.Where((_, i) => !inside[i])], 4);
        return product is null || ground is null
            ? FirstWants(enclosed)
            : [.. enclosed.Select((edge, i) => Tempered(
                Math.Clamp(product.At(_picture.Colours[i]) - ground.At(_residual[i]), -Strongest, Strongest), edge, i))];
    }

    // What its colour says counts where that is not the ground's, lit or shaded; there the edges round it say more.
    private float Tempered(float byColour, float enclosed, int i)
    {
        var plain = float.Lerp(-Strongest, 0.4f * Strongest, enclosed);
        var shaded = float.Lerp(-0.6f * Strongest, 0.5f * Strongest, enclosed);
        return float.Lerp(float.Lerp(byColour, Math.Max(shaded, Math.Min(byColour, 0) * 0.2f), _likeShadow[i]), plain, _likeGround[i]);
    }

    // What lies between parts of the product close to each other, such as the ground of its print, is open to either side.
    private float[] Between(float[] wants, bool[] inside)
    {
        var closed = Grown(Array.ConvertAll(Grown(inside), value => !value));
        return [.. wants.Select((want, i) => closed[i] ? want : Math.Max(want, 0.1f))];
    }

    private bool[] Grown(bool[] mask)
    {
        int width = _picture.Width, height = _picture.Height;
        bool[] across = new bool[mask.Length], both = new bool[mask.Length];
        for (var i = 0; i < mask.Length; i++)
        {
            var x = i % width;
            for (var k = Math.Max(-Gap, -x); k <= Math.Min(Gap, width - 1 - x) && !across[i]; k++)
            {
                across[i] = mask[i + k];
            }
        }

        for (var i = 0; i < mask.Length; i++)
        {
            var y = i / width;
            for (var k = Math.Max(-Gap, -y); k <= Math.Min(Gap, height - 1 - y) && !both[i]; k++)
            {
                both[i] = across[i + (k * width)];
            }
        }

        return both;
    }

    private bool[] Cut(float[] wants)
    {
        int width = _picture.Width, height = _picture.Height;
        var graph = new GraphCut(width, height);
        var sharpness = Sharpness();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var i = (y * width) + x;
                graph.Want(x, y, wants[i]);
                Join(x, y, 0, i, x + 1 < width ? i + 1 : -1, 1);
                Join(x, y, 2, i, y + 1 < height ? i + width : -1, 1);
                Join(x, y, 4, i, x + 1 < width && y + 1 < height ? i + width + 1 : -1, 0.7071f);
                Join(x, y, 6, i, x > 0 && y + 1 < height ? i + width - 1 : -1, 0.7071f);
            }
        }

        graph.Solve();
        var inside = new bool[wants.Length];
        for (var i = 0; i < inside.Length; i++)
        {
            inside[i] = graph.IsInside(i % width, i / width);
        }

        return inside;

        void Join(int x, int y, int direction, int i, int j, float share)
        {
            if (j >= 0)
            {
                var change = Vector3.DistanceSquared(_picture.Colours[i], _picture.Colours[j]);
                graph.Join(x, y, direction, Length + (Smoothness * share * MathF.Exp(-sharpness * change)));
            }
        }
    }

    // Half over the mean square of all steps that are edges at all.
    private float Sharpness()
    {
        double sum = 0;
        var count = 0;
        for (var i = 0; i + 1 < _picture.Colours.Length; i++)
        {
            var change = Vector3.DistanceSquared(_picture.Colours[i], _picture.Colours[i + 1]);
            if (change > _step * _step)
            {
                sum += change;
                count++;
            }
        }

        return count == 0 ? 1 : (float)(2 / (sum / count));
    }

    private static bool[] FillHoles(bool[] inside, int width, int height)
    {
        var reached = new bool[inside.Length];
        var open = new Stack<int>();
        for (var i = 0; i < inside.Length; i++)
        {
            if (i % width == 0 || i % width == width - 1 || i < width || i >= inside.Length - width)
            {
                Reach(i);
            }
        }

        while (open.TryPop(out var i))
        {
            if (i % width > 0)
            {
                Reach(i - 1);
            }

            if (i % width < width - 1)
            {
                Reach(i + 1);
            }

            if (i >= width)
            {
                Reach(i - width);
            }

            if (i < inside.Length - width)
            {
                Reach(i + width);
            }
        }

        return Array.ConvertAll(reached, value => !value);

        void Reach(int i)
        {
            if (!inside[i] && !reached[i])
            {
                reached[i] = true;
                open.Push(i);
            }
        }
    }
}
