namespace SoraFunctions.World.Scenes;

/// <summary>What the ground looks like.</summary>
public enum GroundPattern
{
    /// <summary>One colour.</summary>
    Plain,

    /// <summary>Marble with veins.</summary>
    Marble,

    /// <summary>Boards with grain.</summary>
    Wood,

    /// <summary>Rippled sand.</summary>
    Sand,

    /// <summary>Concrete slabs with joints.</summary>
    Concrete,

    /// <summary>Wet asphalt with puddles.</summary>
    WetAsphalt,

    /// <summary>Glazed tiles with joints, wet in places.</summary>
    Tiles,

    /// <summary>Snow with a faint glitter.</summary>
    Snow,

    /// <summary>Soil, moss and litter.</summary>
    Forest,

    /// <summary>Small round stones, wet between them.</summary>
    Gravel,

    /// <summary>Fine sand with wind ripples in long waves.</summary>
    Dunes,

    /// <summary>Water with waves; its bottom shows when it has a depth.</summary>
    Water,

    /// <summary>Woven cloth with a soft nap.</summary>
    Cloth,

    /// <summary>No ground at all.</summary>
    None,
}
