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
}
