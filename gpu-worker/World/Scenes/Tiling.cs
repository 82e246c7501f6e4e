namespace SoraFunctions.World.Scenes;

/// <summary>What lies outside of a picture.</summary>
public enum Tiling
{
    /// <summary>The picture again.</summary>
    Repeat,

    /// <summary>Its mirror image, then the picture again.</summary>
    Mirror,

    /// <summary>Its edge.</summary>
    Clamp,
}
