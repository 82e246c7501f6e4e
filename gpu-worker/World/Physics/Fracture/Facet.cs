using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Fracture;

/// <summary>A corner of a facet with what the renderer wants to know of it.</summary>
internal readonly record struct Corner(Vector3d Place, Vector3 Normal, Vector2 Coordinate)
{
    /// <summary>The corner at a part of the way to another.</summary>
    public Corner Towards(Corner other, double part) => new(
        Place + ((other.Place - Place) * part),
        Vector3.Lerp(Normal, other.Normal, (float)part),
        Vector2.Lerp(Coordinate, other.Coordinate, (float)part));
}

/// <summary>A flat convex polygon of a surface, counter-clockwise from outside.</summary>
/// <param name="Part">Index of the mesh that it is a piece of; -1 where the matter broke.</param>
/// <param name="Corners">At least three.</param>
internal sealed record Facet(int Part, IReadOnlyList<Corner> Corners)
{
    /// <summary>The triangles of meshes as facets.</summary>
    public static List<Facet> Of(IReadOnlyList<Mesh> meshes)
    {
        List<Facet> facets = [];
        for (var part = 0; part < meshes.Count; part++)
        {
            var mesh = meshes[part];
            Corner At(int i) => new(Vector3d.From(mesh.Positions[i]), mesh.Normals[i], mesh.TextureCoordinates[i]);
            for (var i = 0; i < mesh.Indices.Length; i += 3)
            {
                facets.Add(new(part, [At(mesh.Indices[i]), At(mesh.Indices[i + 1]), At(mesh.Indices[i + 2])]));
            }
        }

        return facets;
    }

    /// <summary>Facets as a mesh about a point.</summary>
    public static Mesh ToMesh(IEnumerable<Facet> facets, Vector3d origin)
    {
        List<Vector3> positions = [], normals = [];
        List<Vector2> coordinates = [];
        List<int> indices = [];
        foreach (var facet in facets)
        {
            var first = positions.Count;
            foreach (var corner in facet.Corners)
            {
                positions.Add((corner.Place - origin).ToSingle());
                normals.Add(Vector3.Normalize(corner.Normal));
                coordinates.Add(corner.Coordinate);
            }

            for (var i = 2; i < facet.Corners.Count; i++)
            {
                indices.AddRange([first, first + i - 1, first + i]);
            }
        }

        return new([.. positions], [.. normals], [.. coordinates], [.. indices]);
    }
}
