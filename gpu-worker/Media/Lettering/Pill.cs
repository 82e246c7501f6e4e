namespace SoraFunctions.Media.Lettering;

/// <summary>Words on a coloured shape with round corners: a price, a button.</summary>
internal static class Pill
{
    /// <summary>Draws it with a soft shadow; the colour is deepened until the words read.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="words">The words, centred.</param>
    /// <param name="box">The shape.</param>
    /// <param name="colour">Wanted colour.</param>
    /// <param name="roundness">Radius of the corners as a part of the height: 0.5 is a capsule.</param>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    /// <param name="rise">Pixels that it rises while it appears.</param>
    public static void Draw(AssScript script, TextBlock words, Rect box, Ink colour, double roundness, double from, double to, double rise)
    {
        // Words on a strong colour are white unless that would take away the colour.
        var ink = colour.Contrast(Ink.White) >= 2.6 ? Ink.White : Ink.Dark;
        var fill = colour.MadeFor(ink, 4.6);
        var shape = AssTags.RoundedBox(box.Width, box.Height, roundness * box.Height);
        var move = AssTags.Rising(box.Left, box.Top, rise, 0.32, 0.22);
        var fall = AssTags.Rising(box.Left, box.Top + box.Height * 0.08, rise, 0.32, 0.22);
        script.Add(5, from, to, $$"""{\an7{{fall}}\blur{{(int)(box.Height * 0.12)}}{{AssTags.Colour(new Ink(0, 0, 0))}}{{AssTags.Opacity(0.28)}}}{{shape}}""");
        script.Add(6, from, to, $$"""{\an7{{move}}{{AssTags.Colour(fill)}}}{{shape}}""");
        var inner = new Rect(box.Left, box.CentreY - words.Height / 2, box.Width, words.Height);
        words.Draw(script, inner, true, AssTags.Colour(ink), 7, from, to, rise);
    }
}
