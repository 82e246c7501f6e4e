namespace SoraFunctions.Media.Lettering;

/// <summary>A price, and the price before it, smaller and struck through.</summary>
internal static class PriceWords
{
    private const double WasSize = 0.62;
    private const double LineWeight = 0.075;

    /// <summary>Sets both on one line, as large as wanted or smaller until they fit.</summary>
    /// <param name="faces">Where faces come from.</param>
    /// <param name="price">The price.</param>
    /// <param name="was">The price before; null for none.</param>
    /// <param name="em">Wanted size in pixels.</param>
    /// <param name="width">Greatest width in pixels.</param>
    public static async Task<WordGroup> Set(Faces faces, string price, string? was, double em, double width)
    {
        var (face, small) = (await faces.For(price, 700, display: true).ConfigureAwait(false), was is null ? null : await faces.For(was, 500).ConfigureAwait(false));
        for (var size = em; ; size *= 0.95)
        {
            var now = TextBlock.Set(price, face, size, double.MaxValue, double.MaxValue);
            var before = small is null ? null : TextBlock.Set(was!, small, size * WasSize, double.MaxValue, double.MaxValue);
            var gap = before is null ? 0 : 0.34 * size;
            var all = now.Width + gap + (before?.Width ?? 0);
            if (all <= width || size < em * 0.4)
                return new WordGroup(all, now.CapHeight, spot => Draw(spot, now, before, gap));
        }
    }

    private static void Draw(WordGroup.Spot spot, TextBlock now, TextBlock? before, double gap)
    {
        var start = before is null || now.RightToLeft ? spot.Left : spot.Left + before.Width + gap;
        now.Draw(spot.Script, new Rect(start, spot.Top, now.Width, now.Height), Align.Left, new Paint(spot.Ink), spot.Layer, spot.Motion);
        if (before is null)
            return;
        var left = now.RightToLeft ? spot.Left + now.Width + gap : spot.Left;
        var top = spot.Top + now.CapHeight - before.CapHeight;
        before.Draw(spot.Script, new Rect(left, top, before.Width, before.Height), Align.Left, new Paint(spot.Ink, 0.82), spot.Layer, spot.Motion);
        var (over, thick) = (0.08 * before.Em, Math.Max(2, LineWeight * before.Em));
        var middle = top + before.CapHeight * 0.5 - thick / 2;
        spot.Script.Play(spot.Layer + 1, spot.Motion.Later(0.35) with { In = 0.3, Rise = 0, Zoom = 1 }, pose =>
            $"{{\\an7{AssTags.At(left - over, middle)}{new Paint(spot.Accent).Tags(pose)}}}" + AssTags.RoundedBox((before.Width + 2 * over) * pose.Reach, thick, thick / 2));
    }
}
