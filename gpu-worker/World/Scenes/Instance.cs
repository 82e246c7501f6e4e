namespace SoraFunctions.World.Scenes;

/// <summary>One body of the scene as the renderer sees it; its pose comes with each frame.</summary>
/// <param name="Mesh">Its shape; share one object among equal bodies.</param>
/// <param name="Material">Its surface; share likewise.</param>
public sealed record Instance(Mesh Mesh, Material Material);
