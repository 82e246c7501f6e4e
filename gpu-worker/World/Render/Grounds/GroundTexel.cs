namespace SoraFunctions.World.Render.Grounds;

/// <summary>Sixteen points of a pattern as it is painted.</summary>
internal struct GroundTexel
{
    /// <summary>Linear, 0 to 1.</summary>
    public Wide3 Colour;

    /// <summary>In units of the ground's scale: its slopes become normals, its hollows darker.</summary>
    public Wide Height;

    /// <summary>Perceptual, 0 to 1.</summary>
    public Wide Roughness;

    /// <summary>Mirror reflection at normal incidence, 0 to 0.25.</summary>
    public Wide Reflectance;
}
