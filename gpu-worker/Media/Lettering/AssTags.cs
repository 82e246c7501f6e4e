using System.Globalization;

namespace SoraFunctions.Media.Lettering;

/// <summary>Override tags and drawings of ASS.</summary>
internal static class AssTags
{
    /// <summary>A fill colour.</summary>
    public static string Colour(Ink ink)
    {
        var bent = Bent(ink);
        return $"\\1c&H{bent.B:X2}{bent.G:X2}{bent.R:X2}&";
    }

    /// <summary>How opaque, 0 to 1.</summary>
    public static string Opacity(double opacity) => $"\\1a&H{Byte(255 * (1 - opacity)):X2}&";

    public static string At(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"\\pos({x:0.##},{y:0.##})");

    /// <summary>Rises by so many pixels while fading in, and fades out.</summary>
    /// <param name="x">Where it comes to rest.</param>
    /// <param name="y">Where it comes to rest.</param>
    /// <param name="rise">Pixels from below.</param>
    /// <param name="fadeIn">Seconds.</param>
    /// <param name="fadeOut">Seconds.</param>
    public static string Rising(double x, double y, double rise, double fadeIn, double fadeOut) => string.Create(
        CultureInfo.InvariantCulture,
        $"\\move({x:0.##},{y + rise:0.##},{x:0.##},{y:0.##},0,{fadeIn * 1000:0})\\fad({fadeIn * 1000:0},{fadeOut * 1000:0})");

    /// <summary>A rectangle with round corners, drawn from the origin.</summary>
    public static string RoundedBox(double width, double height, double radius)
    {
        var (w, h, r) = (Math.Round(width), Math.Round(height), Math.Min(radius, Math.Min(width, height) / 2));
        var k = r * 0.4477;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{\p1}m {{r:0.#}} 0 l {{w - r:0.#}} 0 b {{w - k:0.#}} 0 {{w:0.#}} {{k:0.#}} {{w:0.#}} {{r:0.#}} l {{w:0.#}} {{h - r:0.#}} b {{w:0.#}} {{h - k:0.#}} {{w - k:0.#}} {{h:0.#}} {{w - r:0.#}} {{h:0.#}} l {{r:0.#}} {{h:0.#}} b {{k:0.#}} {{h:0.#}} 0 {{h - k:0.#}} 0 {{h - r:0.#}} l 0 {{r:0.#}} b 0 {{k:0.#}} {{k:0.#}} 0 {{r:0.#}} 0{\p0}""");
    }

    /// <summary>
    /// ffmpeg's drawing turns RGB into samples by the BT.601 matrix while our pictures are BT.709: the colour is bent beforehand
    /// to come out right.
    /// </summary>
    private static Ink Bent(Ink ink)
    {
        double r = ink.R, g = ink.G, b = ink.B;
        var y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        var cb = (b - y) / 1.8556;
        var cr = (r - y) / 1.5748;
        return new Ink(Byte(y + 1.402 * cr), Byte(y - 0.344136 * cb - 0.714136 * cr), Byte(y + 1.772 * cb));
    }

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
