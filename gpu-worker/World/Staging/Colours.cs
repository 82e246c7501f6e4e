using System.Globalization;
using System.Numerics;

namespace SoraFunctions.World.Staging;

/// <summary>From sRGB (IEC 61966-2-1) as people write it to linear light.</summary>
internal static class Colours
{
    /// <summary>Linear colour of <c>#rrggbb</c>. Fails with <see cref="InvalidDataException"/> for anything else.</summary>
    /// <param name="hex">The colour.</param>
    /// <param name="field">What to call it when it is wrong.</param>
    public static Vector3 Linear(string hex, string field) =>
        hex.Length == 7 && hex[0] == '#' && int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new(Linear((byte)(rgb >> 16)), Linear((byte)(rgb >> 8)), Linear((byte)rgb))
            : throw new InvalidDataException($"{field} must be a colour such as #c8763a, not \"{hex}\".");

    /// <summary>Linear light of one 8-bit channel.</summary>
    public static float Linear(byte channel)
    {
        var value = channel / 255f;
        return value <= 0.04045f ? value / 12.92f : MathF.Pow((value + 0.055f) / 1.055f, 2.4f);
    }

    /// <summary>The 8-bit channel of linear light; what is out of range is clipped.</summary>
    public static byte Byte(float linear)
    {
        var value = Math.Clamp(linear, 0, 1);
        return (byte)(0.5f + (255 * (value <= 0.0031308f ? 12.92f * value : (1.055f * MathF.Pow(value, 1 / 2.4f)) - 0.055f)));
    }

    /// <summary>Relative luminance (BT.709).</summary>
    public static float Luminance(Vector3 linear) => Vector3.Dot(linear, new(0.2126f, 0.7152f, 0.0722f));
}
