namespace SoraFunctions.Media.Lettering;

/// <summary>What something is drawn in.</summary>
/// <param name="Ink">Colour.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Blur">Softness of its edge in pixels.</param>
internal readonly record struct Paint(Ink Ink, double Opacity = 1, double Blur = 0)
{
    /// <summary>Colour of a line round it; null for none.</summary>
    public Ink? Rim { get; init; }

    /// <summary>Width of that line in pixels.</summary>
    public double RimWidth { get; init; }

    /// <summary>As override tags.</summary>
    /// <param name="pose">Fades it.</param>
    public string Tags(Pose pose) =>
        (Blur > 0 ? AssTags.Blur(Blur) : "") + AssTags.Colour(Ink) + AssTags.Opacity(Opacity * pose.Opacity)
        + (Rim is { } rim ? AssTags.Rim(rim, RimWidth * pose.Scale, Opacity * pose.Opacity) : "");
}
