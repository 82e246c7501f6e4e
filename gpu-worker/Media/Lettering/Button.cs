namespace SoraFunctions.Media.Lettering;

/// <summary>An invitation on a capsule, with an arrowhead that points where the words run.</summary>
/// <param name="Words">The words.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record Button(TextBlock Words, double Width, double Height)
{
    private const double Side = 0.95;
    private const double Gap = 0.5;

    private double Arrow => 0.3 * Words.Em;

    /// <summary>Sets the words on a line or two.</summary>
    /// <param name="text">The words.</param>
    /// <param name="face">Their face.</param>
    /// <param name="em">Wanted size in pixels.</param>
    /// <param name="width">Greatest width of the whole in pixels.</param>
    public static Button Set(string text, Face face, double em, double width)
    {
        var words = TextBlock.Set(text, face, em, width - (2 * Side + Gap + 0.3) * em, em * 2.6);
        return new Button(words, words.Width + (2 * Side + Gap + 0.3) * words.Em, words.Height + 1.5 * words.Em);
    }

    /// <summary>Draws it.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="left">Pixels.</param>
    /// <param name="top">Pixels.</param>
    /// <param name="colour">Wanted colour.</param>
    /// <param name="motion">How it comes and goes.</param>
    public void Draw(AssScript script, double left, double top, Ink colour, Motion motion)
    {
        var (fill, ink) = Pill.Colours(colour);
        Pill.Draw(script, new Rect(left, top, Width, Height), fill, 0.5, motion);
        var (side, reversed) = (Side * Words.Em, Words.RightToLeft);
        var start = reversed ? left + Width - side - Words.Width : left + side;
        Words.Draw(script, new Rect(start, top + (Height - Words.Height) / 2, Words.Width, Words.Height), Align.Centre, new Paint(ink), 7, motion.Later(0.06), 0);
        var tip = reversed ? left + side : left + Width - side - Arrow;
        script.Play(7, motion.Later(0.16) with { Rise = 0 }, pose =>
        {
            // Slides into its place from where the words end.
            var slide = (1 - pose.Reach) * Arrow * (reversed ? 1.4 : -1.4);
            return $"{{\\an7{AssTags.At(tip + slide, top + Height / 2 - Arrow)}{new Paint(ink).Tags(pose)}}}" + AssTags.Chevron(Arrow, 2 * Arrow, 0.13 * Words.Em, reversed);
        });
    }
}
