using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>
/// Sets the visible AI label (GB 45438-2025, 5.4): in the top left corner of the safe zone from the first frame, letters at least
/// 5 % of the shortest side high for more than two seconds; after that a smaller one stays, but where the end goes over into the beginning.
/// </summary>
internal sealed class LabelSetter
{
    /// <summary>How long the large one stays, in seconds.</summary>
    public const double LargeSeconds = 2.5;

    private const double LetterHeight = 0.0525;

    private readonly TextBlock _large;
    private readonly TextBlock _small;
    private readonly Timeline _time;

    private LabelSetter(Timeline time, TextBlock large, TextBlock small) => (_time, _large, _small) = (time, large, small);

    /// <summary>Measures the label; null when there is none.</summary>
    public static async Task<LabelSetter?> Of(Timeline time, Faces faces)
    {
        var label = AssText.Clean(time.Order.Label);
        if (label.Length == 0)
            return null;
        var face = await faces.For(label, 600).ConfigureAwait(false);
        var em = LetterHeight * time.Unit / face.Metrics.CapHeight;
        return new LabelSetter(
            time,
            TextBlock.Set(label, face, em, double.MaxValue, double.MaxValue),
            TextBlock.Set(label, face, em * 0.5, double.MaxValue, double.MaxValue));
    }

    /// <summary>What the label covers from an instant on.</summary>
    public Rect BoxFrom(double seconds) => Box(seconds < LargeUntil ? _large : _small);

    public void Set(AssScript script)
    {
        Draw(script, _large, 0, Math.Min(LargeUntil, _time.Seconds));
        if (LargeUntil < _time.Seconds)
            Draw(script, _small, LargeUntil, _time.Seconds);
    }

    private double LargeUntil => _time.LoopFrames > 0 ? _time.Seconds : LargeSeconds;

    private static double PadX(TextBlock block) => block.CapHeight * 0.6;

    private static double PadY(TextBlock block) => block.CapHeight * 0.52;

    private Rect Box(TextBlock block) => new(_time.Safe.Left, _time.Safe.Top, block.Width + 2 * PadX(block), block.Height + 2 * PadY(block));

    private void Draw(AssScript script, TextBlock block, double from, double to)
    {
        var box = Box(block);
        script.Add(8, from, to, $$"""{\an7{{AssTags.At(box.Left, box.Top)}}{{AssTags.Colour(new Ink(10, 10, 12))}}{{AssTags.Opacity(0.64)}}}"""
            + AssTags.RoundedBox(box.Width, box.Height, box.Height * 0.28));
        block.DrawStill(script, new Rect(box.Left + PadX(block), box.Top + PadY(block), block.Width, block.Height), new Paint(Ink.White), 9, from, to);
    }
}
