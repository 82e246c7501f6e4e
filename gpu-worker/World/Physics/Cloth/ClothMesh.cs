using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Cloth;

/// <summary>Both faces of a cloth as a mesh: first the front's vertices, row by row, then the back's.</summary>
internal sealed class ClothMesh(int columns, int rows, double thickness)
{
    /// <summary>The mesh with its vertices at places.</summary>
    public Mesh Make(Vector3d[] places)
    {
        var deformation = Deform(places);
        var coordinates = new Vector2[2 * columns * rows];
        List<int> indices = [];
        var back = columns * rows;
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var at = (i * columns) + j;
                coordinates[at] = coordinates[back + at] = new(j / (columns - 1f), i / (rows - 1f));
                if (i + 1 < rows && j + 1 < columns)
                {
                    var (a, b, c, d) = (at, at + 1, at + columns, at + columns + 1);
                    indices.AddRange([a, c, d, a, d, b, back + a, back + d, back + c, back + a, back + b, back + d]);
                }
            }
        }

        return new(deformation.Positions, deformation.Normals, coordinates, [.. indices]);
    }

    /// <summary>The vertices and their smooth normals when the points are at places.</summary>
    public Deformation Deform(Vector3d[] places)
    {
        var back = columns * rows;
        var (positions, normals) = (new Vector3[2 * back], new Vector3[2 * back]);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var at = (i * columns) + j;
                var across = places[at + (j + 1 < columns ? 1 : 0)] - places[at - (j > 0 ? 1 : 0)];
                var down = places[at + (i + 1 < rows ? columns : 0)] - places[at - (i > 0 ? columns : 0)];
                var normal = Vector3d.Cross(down, across).Unit();
                (positions[at], normals[at]) = ((places[at] + (normal * (thickness / 2))).ToSingle(), normal.ToSingle());
                (positions[back + at], normals[back + at]) = ((places[at] - (normal * (thickness / 2))).ToSingle(), -normal.ToSingle());
            }
        }

        return new(positions, normals);
    }
}
