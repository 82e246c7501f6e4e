using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>
/// A triangle mesh in its own space: metres, y up, front towards +z. Triangles are counter-clockwise seen from outside. The origin is
/// the body's centre of mass.
/// </summary>
/// <param name="Positions">Vertex positions.</param>
/// <param name="Normals">Unit normals, one per vertex.</param>
/// <param name="TextureCoordinates">One per vertex; (0, 0) is the top left corner of the picture.</param>
/// <param name="Indices">Three per triangle.</param>
public sealed record Mesh(Vector3[] Positions, Vector3[] Normals, Vector2[] TextureCoordinates, int[] Indices)
{
    /// <summary>Linear colours that multiply the material's, alpha included; one per vertex, or null.</summary>
    public Vector4[]? Colours { get; init; }
}
