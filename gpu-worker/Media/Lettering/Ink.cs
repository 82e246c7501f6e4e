using System.Globalization;

namespace SoraFunctions.Media.Lettering;

/// <summary>An sRGB colour, and contrast as WCAG 2.2 defines it.</summary>
internal readonly record struct Ink(byte R, byte G, byte B)
{
    private static readonly double[] _linear = [.. Enumerable.Range(0, 256).Select(value => Linear((byte)value))];

    public static readonly Ink White = new(255, 255, 255);
    public static readonly Ink Dark = new(22, 20, 18);

    /// <summary>Relative luminance, 0 to 1.</summary>
    public double Luminance => 0.2126 * _linear[R] + 0.7152 * _linear[G] + 0.0722 * _linear[B];

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static Ink Parse(string hex) =>
        hex.Length == 7 && hex[0] == '#' && uint.TryParse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var n)
            ? new Ink((byte)(n >> 16), (byte)(n >> 8), (byte)n)
            : throw new FormatException($"A colour is written as #rrggbb, not '{hex}'.");

    public static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    public double Contrast(Ink other) => Contrast(Luminance, other.Luminance);

    /// <summary>White or near black, whichever reads better on this.</summary>
    public Ink Readable => Contrast(White) >= Contrast(Dark) ? White : Dark;

    /// <summary>This colour moved towards another: 0 stays, 1 arrives.</summary>
    public Ink Towards(Ink other, double part) => new(Mix(R, other.R, part), Mix(G, other.G, part), Mix(B, other.B, part));

    /// <summary>This colour, moved towards black or white until words in <paramref name="ink"/> have the contrast.</summary>
    public Ink MadeFor(Ink ink, double contrast)
    {
        var end = ink.Luminance > 0.5 ? new Ink(0, 0, 0) : White;
        for (var part = 0.0; part < 1; part += 0.05)
        {
            if (Towards(end, part).Contrast(ink) >= contrast)
                return Towards(end, part);
        }

        return end;
    }

    /// <summary>This colour, moved towards black or white, whichever is farther from the ground, until it stands out from that.</summary>
    public Ink StandingOut(Ink ground, double contrast)
    {
        var end = ground.Contrast(White) >= ground.Contrast(new Ink(0, 0, 0)) ? White : new Ink(0, 0, 0);
        for (var part = 0.0; part < 1; part += 0.05)
        {
            if (Towards(end, part).Contrast(ground) >= contrast)
                return Towards(end, part);
        }

        return end;
    }

    /// <summary>As it is written: a record's own text would name <see cref="Readable"/>, which is a colour as well, without end.</summary>
    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    /// <summary>Samples of BT.709, limited range.</summary>
    public (double Y, double U, double V) ToBt709()
    {
        var y = (0.2126 * R + 0.7152 * G + 0.0722 * B) / 255;
        return (16 + 219 * y, 128 + 224 * (B / 255.0 - y) / 1.8556, 128 + 224 * (R / 255.0 - y) / 1.5748);
    }

    private static byte Mix(byte a, byte b, double part) => (byte)Math.Round(a + (b - a) * part);

    private static double Linear(byte value)
    {
        var s = value / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);
    }
}
