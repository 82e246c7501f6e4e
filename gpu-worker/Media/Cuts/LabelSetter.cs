using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>
/// Sets the visible AI label (GB 45438-2025, 5.4): in the top left corner of the safe zone from the first frame, letters at least
/// 5 % of the shortest side high for more than two seconds; after that a smaller one stays.
/// </summary>
internal static class LabelSetter
{
    private const double LargeSeconds = 2.5;

    public static async Task Set(Timeline time, AssScript script)
    {
        var label = AssText.Clean(time.Order.Label);
        if (label.Length == 0)
            return;
        var face = Typeface.For(label, time.Order.Storyboard.Language, 600);
        var metrics = await FontMetrics.Of(face).ConfigureAwait(false);
        var em = 0.0525 * time.Unit / metrics.CapHeight;
        await Draw(time, script, label, face, em, 0, Math.Min(LargeSeconds, time.Seconds)).ConfigureAwait(false);
        await Draw(time, script, label, face, em * 0.5, LargeSeconds, time.Seconds).ConfigureAwait(false);
    }

    private static async Task Draw(Timeline time, AssScript script, string label, Typeface face, double em, double from, double to)
    {
        var block = await TextBlock.Set(label, face, em, double.MaxValue, double.MaxValue).ConfigureAwait(false);
        var (padX, padY) = (block.CapHeight * 0.6, block.CapHeight * 0.52);
        var box = new Rect(time.Safe.Left, time.Safe.Top, block.Width + 2 * padX, block.Height + 2 * padY);
        script.Add(8, from, to, $$"""{\an7{{AssTags.At(box.Left, box.Top)}}{{AssTags.Colour(new Ink(10, 10, 12))}}{{AssTags.Opacity(0.64)}}}"""
            + AssTags.RoundedBox(box.Width, box.Height, box.Height * 0.28));
        block.DrawStill(script, new Rect(box.Left + padX, box.Top + padY, block.Width, block.Height), AssTags.Colour(Ink.White), 9, from, to);
    }
}
