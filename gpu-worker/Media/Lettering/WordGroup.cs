namespace SoraFunctions.Media.Lettering;

/// <summary>Words and marks that belong together, measured and ready to be drawn.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">From the top of its largest capitals to its lowest base line, in pixels.</param>
/// <param name="Draw">Draws it with its top left corner at a place.</param>
internal sealed record WordGroup(double Width, double Height, Action<WordGroup.Spot> Draw)
{
    /// <summary>Where and how a group is drawn.</summary>
    /// <param name="Script">Where to.</param>
    /// <param name="Left">Pixels.</param>
    /// <param name="Top">Pixels.</param>
    /// <param name="Ink">Of the words.</param>
    /// <param name="Accent">Of what stands out.</param>
    /// <param name="Layer">Lowest layer.</param>
    /// <param name="Motion">How it comes and goes.</param>
    internal sealed record Spot(AssScript Script, double Left, double Top, Ink Ink, Ink Accent, int Layer, Motion Motion);
}
