namespace SoraFunctions.Media.Lettering;

/// <summary>A coloured shape with round corners behind words: a price, a button.</summary>
internal static class Pill
{
    /// <summary>The colour as near as can be to a wanted one on which words have contrast, and the ink of those words.</summary>
    public static (Ink Fill, Ink Ink) Colours(Ink wanted)
    {
        // Words on a strong colour are white unless that would change a brand's colour by more than a shade.
        var ink = wanted.Contrast(Ink.White) >= 3.9 ? Ink.White : Ink.Dark;
        return (wanted.MadeFor(ink, 4.8), ink);
    }

    /// <summary>Draws the shape with a soft shadow.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="box">The shape at rest.</param>
    /// <param name="fill">Its colour.</param>
    /// <param name="roundness">Radius of the corners as a part of the height: 0.5 is a capsule.</param>
    /// <param name="motion">How it comes and goes.</param>
    public static void Draw(AssScript script, Rect box, Ink fill, double roundness, Motion motion)
    {
        Shape(5, box with { Top = box.Top + box.Height * 0.08 }, new Paint(new Ink(0, 0, 0), 0.28, (int)(box.Height * 0.12)));
        Shape(6, box, new Paint(fill));

        void Shape(int layer, Rect at, Paint paint) => script.Play(layer, motion, pose =>
        {
            var (width, height) = (at.Width * pose.Scale, at.Height * pose.Scale);
            return $"{{\\an7{AssTags.At(at.CentreX - width / 2, at.CentreY - height / 2 + pose.Shift)}{paint.Tags(pose)}}}"
                + AssTags.RoundedBox(width, height, roundness * height);
        });
    }
}
