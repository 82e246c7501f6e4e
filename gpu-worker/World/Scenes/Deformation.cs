using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>The vertices of a deforming instance at one instant, in its own space; the mesh's indices and coordinates stay.</summary>
/// <param name="Positions">One per vertex of the mesh.</param>
/// <param name="Normals">Unit normals, one per vertex.</param>
public sealed record Deformation(Vector3[] Positions, Vector3[] Normals);
