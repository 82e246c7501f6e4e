namespace SoraFunctions.Media.Lettering;

/// <summary>Where lines stand in their box.</summary>
internal enum Align
{
    /// <summary>They begin at its left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>They end at its right edge.</summary>
    Right,
}
