namespace SoraFunctions.World.Scenes;

/// <summary>How a particle is drawn.</summary>
public enum ParticleShape
{
    /// <summary>A soft round cloud: smoke, steam, mist.</summary>
    Puff,

    /// <summary>A small lit disc: snow, dust, ash.</summary>
    Flake,

    /// <summary>A clear drop that mirrors the surroundings: rain, splashes.</summary>
    Drop,

    /// <summary>A point that glows: sparks, embers.</summary>
    Spark,

    /// <summary>A clear skin with a bright rim.</summary>
    Bubble,
}
