using System.Globalization;

namespace SoraFunctions.Media.Lettering;

/// <summary>Five stars, filled as far as a rating goes, and what stands beside them.</summary>
internal static class Stars
{
    private const int Count = 5;
    private const double Pitch = 1.16;

    /// <summary>Sets stars and words on one line, as large as wanted or smaller until they fit.</summary>
    /// <param name="faces">Where faces come from.</param>
    /// <param name="stars">0 to 5.</param>
    /// <param name="text">The words.</param>
    /// <param name="em">Wanted size in pixels.</param>
    /// <param name="width">Greatest width in pixels.</param>
    public static async Task<WordGroup> Set(Faces faces, double stars, string text, double em, double width)
    {
        var face = await faces.For(text, 600).ConfigureAwait(false);
        for (var size = em; ; size *= 0.95)
        {
            var words = TextBlock.Set(text, face, size, double.MaxValue, double.MaxValue);
            var star = words.CapHeight * 1.28;
            var row = star * (Pitch * (Count - 1) + 1);
            var gap = 0.42 * size;
            if (row + gap + words.Width <= width || size < em * 0.4)
                return new WordGroup(row + gap + words.Width, words.Height, spot => Draw(spot, stars, words, star, row, gap));
        }
    }

    private static void Draw(WordGroup.Spot spot, double stars, TextBlock words, double star, double row, double gap)
    {
        var reversed = words.RightToLeft;
        var left = reversed ? spot.Left + words.Width + gap : spot.Left;
        var top = spot.Top + words.CapHeight / 2 - star / 2;
        spot.Script.Play(spot.Layer, spot.Motion, pose =>
            $"{{\\an7{AssTags.At(left, top + pose.Shift)}{new Paint(spot.Ink, 0.24).Tags(pose)}}}" + Row(star));
        var filled = Filled(stars, star);
        spot.Script.Play(spot.Layer + 1, spot.Motion.Later(0.15) with { In = 0.7, Rise = 0, Zoom = 1 }, pose =>
        {
            var width = filled * pose.Reach;
            var window = new Rect(reversed ? left + row - width : left, top - star, width, 3 * star);
            return width < 1 ? "" : $"{{\\an7{AssTags.At(left, top)}{AssTags.Within(window)}{new Paint(spot.Accent).Tags(pose)}}}" + Row(star);
        });
        words.Draw(spot.Script, new Rect(reversed ? spot.Left : spot.Left + row + gap, spot.Top, words.Width, words.Height), Align.Left, new Paint(spot.Ink), spot.Layer, spot.Motion.Later(0.08));
    }

    /// <summary>How much of the row is filled: the gaps between stars count for nothing.</summary>
    private static double Filled(double stars, double star)
    {
        var whole = Math.Floor(Math.Clamp(stars, 0, Count));
        return star * (whole * Pitch + (Math.Clamp(stars, 0, Count) - whole));
    }

    private static string Row(double star)
    {
        var path = new System.Text.StringBuilder("{\\p1}");
        for (var i = 0; i < Count; i++)
        {
            for (var k = 0; k < 10; k++)
            {
                var (radius, angle) = (star / 2 * (k % 2 == 0 ? 1 : 0.45), Math.PI * (k / 5.0 - 0.5));
                path.Append(CultureInfo.InvariantCulture, $"{(k == 0 ? "m" : k == 1 ? "l" : "")} {i * star * Pitch + star / 2 + radius * Math.Cos(angle):0.#} {star * 0.53 + radius * Math.Sin(angle):0.#} ");
            }
        }

        return path.Append("{\\p0}").ToString();
    }
}
