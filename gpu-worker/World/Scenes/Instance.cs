namespace SoraFunctions.World.Scenes;

/// <summary>One body of the scene as the renderer sees it; its pose comes with each frame.</summary>
/// <param name="Mesh">Its shape; share one object among equal bodies.</param>
/// <param name="Material">Its surface; share likewise.</param>
public sealed record Instance(Mesh Mesh, Material Material)
{
    /// <summary>Whether frames bring new vertices for it (cloth, skin): then its mesh belongs to it alone.</summary>
    public bool Deforms { get; init; }

    /// <summary>Whether it casts shadows; what is far or shines does not.</summary>
    public bool Shadow { get; init; } = true;

    /// <summary>
    /// Whether it belongs to the distance: no light is traced to it, it hides none, and wherever it is the lamps light it as they light
    /// the middle of the stage, as a sun would: they stand close to the subject.
    /// </summary>
    public bool Scenery { get; init; }
}
