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

    /// <summary>Softness in pixels.</summary>
    public static string Blur(double pixels) => string.Create(CultureInfo.InvariantCulture, $"\\blur{pixels:0.##}");

    /// <summary>A line round letters or shapes.</summary>
    public static string Rim(Ink ink, double width, double opacity)
    {
        var bent = Bent(ink);
        return string.Create(
            CultureInfo.InvariantCulture, $"\\bord{width:0.##}\\3c&H{bent.B:X2}{bent.G:X2}{bent.R:X2}&\\3a&H{Byte(255 * (1 - opacity)):X2}&");
    }

    /// <summary>Stretched both ways.</summary>
    public static string Scale(double scale) =>
        scale == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"\\fscx{100 * scale:0.##}\\fscy{100 * scale:0.##}");

    /// <summary>Seen within a box only.</summary>
    public static string Within(Rect box) => string.Create(
        CultureInfo.InvariantCulture, $"\\clip({Math.Floor(box.Left):0},{Math.Floor(box.Top):0},{Math.Ceiling(box.Right):0},{Math.Ceiling(box.Bottom):0})");

    /// <summary>A rectangle with round corners, drawn from the origin.</summary>
    public static string RoundedBox(double width, double height, double radius)
    {
        var (w, h, r) = (Math.Round(width), Math.Round(height), Math.Min(radius, Math.Min(width, height) / 2));
        var k = r * 0.4477;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{\p1}m {{r:0.#}} 0 l {{w - r:0.#}} 0 b {{w - k:0.#}} 0 {{w:0.#}} {{k:0.#}} {{w:0.#}} {{r:0.#}} l {{w:0.#}} {{h - r:0.#}} b {{w:0.#}} {{h - k:0.#}} {{w - k:0.#}} {{h:0.#}} {{w - r:0.#}} {{h:0.#}} l {{r:0.#}} {{h:0.#}} b {{k:0.#}} {{h:0.#}} 0 {{h - k:0.#}} 0 {{h - r:0.#}} l 0 {{r:0.#}} b 0 {{k:0.#}} {{k:0.#}} 0 {{r:0.#}} 0{\p0}""");
    }

    /// <summary>An arrowhead of two strokes, drawn from the origin.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="thick">Of a stroke, in pixels.</param>
    /// <param name="reversed">Whether it points left.</param>
    public static string Chevron(double width, double height, double thick, bool reversed)
    {
        // The stroke's extent along the other axis, for strokes at this slope.
        var (half, t) = (height / 2, thick * Math.Sqrt(1 + 4 * width * width / (height * height)));
        (double X, double Y)[] points = [(0, 0), (t, 0), (width + t, half), (t, height), (0, height), (width, half)];
        var path = string.Join(' ', points.Select((point, i) => string.Create(
            CultureInfo.InvariantCulture, $"{(i == 0 ? "m " : i == 1 ? "l " : "")}{(reversed ? width + t - point.X : point.X):0.##} {point.Y:0.##}")));
        return $$"""{\p1}{{path}}{\p0}""";
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
