namespace SoraFunctions.World.Render.Grounds;

/// <summary>The scattered point that lies nearest.</summary>
internal struct Scattered
{
    /// <summary>From it, in cells.</summary>
    public Wide X;

    /// <summary>From it, in cells.</summary>
    public Wide Y;

    /// <summary>How far it is, in cells.</summary>
    public Wide Distance;

    /// <summary>A number of 0 to 1 that is its own.</summary>
    public Wide Chance;
}
