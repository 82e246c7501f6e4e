namespace SoraFunctions.World.Render;

/// <summary>The transfer function of sRGB (IEC 61966-2-1).</summary>
internal static class ColourSpace
{
    public static float FromSrgb(float s) => s <= 0.04045f ? s / 12.92f : MathF.Pow((s + 0.055f) / 1.055f, 2.4f);

    public static float ToSrgb(float l) => l <= 0.0031308f ? 12.92f * l : 1.055f * MathF.Pow(l, 1 / 2.4f) - 0.055f;
}
