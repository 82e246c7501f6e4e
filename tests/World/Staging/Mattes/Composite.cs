using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Staging.Mattes;

/// <summary>A drawn product before a drawn ground: a photo whose matte is known.</summary>
/// <param name="Photo">What the camera saw.</param>
/// <param name="Alpha">How much of each pixel the product covers.</param>
/// <param name="Product">The product's colour at each pixel, sRGB of 0 to 1.</param>
public sealed record Composite(Texture Photo, float[] Alpha, Vector3[] Product)
{
    /// <summary>Names of the products.</summary>
    public static IReadOnlyList<string> Products { get; } = ["bottle", "carton", "jar", "star", "grey box", "pale tube"];

    /// <summary>Names of the grounds.</summary>
    public static IReadOnlyList<string> Grounds { get; } = ["white", "grey gradient", "coloured", "noisy", "textured", "shadow"];

    /// <summary>Draws one.</summary>
    public static Composite Draw(string product, string ground, int width, int height, int seed = 1)
    {
        var random = new Random(seed);
        var alpha = new float[width * height];
        var colours = new Vector3[width * height];
        var rgba = new byte[width * height * 4];
        for (var i = 0; i < alpha.Length; i++)
        {
            float x = ((i % width) + 0.5f - (width / 2f)) / height, y = ((i / width) + 0.5f) / height;
            alpha[i] = Cover(product, x, y, 1f / height);
            colours[i] = Vector3.Clamp(Colour(product, x, y), Vector3.Zero, Vector3.One);
            var behind = Ground(ground, x, y);
            var seen = Vector3.Lerp(behind, colours[i], alpha[i]);
            var grain = ground == "noisy" ? new Vector3(Bell(), Bell(), Bell()) * 0.02f : new Vector3(Bell()) * 0.002f;
            for (var c = 0; c < 3; c++)
            {
                rgba[(4 * i) + c] = (byte)Math.Clamp((255 * (seen[c] + grain[c])) + 0.5f, 0, 255);
            }

            rgba[(4 * i) + 3] = 255;
        }

        return new(new(width, height, rgba), alpha, colours);

        float Bell() => random.NextSingle() + random.NextSingle() + random.NextSingle() + random.NextSingle() - 2;
    }

    // Sixteen points a pixel, and a lens that is a little soft.
    private static float Cover(string product, float x, float y, float pixel)
    {
        var count = 0;
        for (var k = 0; k < 16; k++)
        {
            count += Inside(product, x + (pixel * 1.4f * (((k % 4) - 1.5f) / 4)), y + (pixel * 1.4f * (((k / 4) - 1.5f) / 4))) ? 1 : 0;
        }

        return count / 16f;
    }

    private static bool Inside(string product, float x, float y)
    {
        var across = Math.Abs(x);
        switch (product)
        {
            case "bottle":
                var shoulder = Math.Clamp((y - 0.26f) / 0.16f, 0, 1);
                return y is > 0.08f and < 0.92f && across < (y < 0.14f ? 0.055f : float.Lerp(0.045f, 0.15f, shoulder * shoulder * (3 - (2 * shoulder))));
            case "carton":
            case "grey box":
                return y is > 0.2f and < 0.88f && across < 0.22f;
            case "jar":
                return y is > 0.25f and < 0.85f && across < 0.24f - (0.06f * MathF.Pow(Math.Abs((y - 0.55f) / 0.3f), 6));
            case "pale tube":
                return y is > 0.1f and < 0.9f && across < 0.07f + (0.06f * (0.9f - y));
            case "nothing":
                return false;
            default:
                var angle = MathF.Atan2(x, 0.55f - y);
                return new Vector2(x, y - 0.55f).Length() < 0.22f + (0.08f * MathF.Cos(5 * angle));
        }
    }

    private static Vector3 Colour(string product, float x, float y)
    {
        var round = Math.Max(1 - (9 * x * x), 0);
        var stripe = MathF.Sin(120 * y) * MathF.Sin(90 * x) > 0.2f;
        return product switch
        {
            "bottle" => y < 0.14f ? new Vector3(0.15f) : y is > 0.5f and < 0.78f ? (stripe ? new(0.1f, 0.1f, 0.4f) : new Vector3(0.97f) * MathF.Sqrt(round)) : new Vector3(0.55f, 0.12f, 0.15f) * round,
            "carton" => y < 0.4f ? new(0.1f, 0.45f, 0.3f) : stripe ? new(0.95f, 0.8f, 0.2f) : new(0.9f, 0.88f, 0.82f),
            "jar" => y < 0.34f ? new Vector3(0.75f, 0.65f, 0.4f) * round : stripe ? new(0.3f, 0.2f, 0.5f) : new Vector3(0.62f, 0.5f, 0.75f) * round,
            "star" => new(0.95f, 0.6f + (0.3f * y), 0.1f),
            "grey box" => stripe ? new(0.4f, 0.4f, 0.42f) : new(0.6f, 0.6f, 0.61f),
            _ => y > 0.8f ? new Vector3(0.2f, 0.5f, 0.75f) * round : stripe && y is > 0.3f and < 0.6f ? new(0.2f, 0.5f, 0.75f) : new Vector3(0.9f, 0.86f, 0.8f) * (0.75f + (0.25f * round)),
        };
    }

    private static Vector3 Ground(string ground, float x, float y) => ground switch
    {
        "grey gradient" => new Vector3(0.9f - (0.3f * y) - (0.25f * ((x * x) + ((y - 0.5f) * (y - 0.5f))))),
        "coloured" => new Vector3(0.55f, 0.78f, 0.85f) * (1 - (0.12f * y)),
        "noisy" => new(0.82f, 0.82f, 0.8f),
        "textured" => new Vector3(0.86f, 0.82f, 0.76f) * (1 + (0.03f * MathF.Sin(200 * x) * MathF.Sin(170 * y)) + (0.02f * MathF.Sin((37 * x) + (53 * y)))),
        "shadow" => new Vector3(0.97f) * (1 - Shadow(x, y)),
        _ => Vector3.One,
    };

    // Soft, lying to the right of where products stand.
    private static float Shadow(float x, float y)
    {
        float u = (x - 0.1f) / 0.32f, v = (y - 0.89f) / 0.06f;
        return 0.45f * MathF.Exp(-((u * u) + (v * v)));
    }
}
