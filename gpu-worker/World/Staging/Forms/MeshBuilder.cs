using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Collects vertices and triangles.</summary>
internal sealed class MeshBuilder
{
    private readonly List<Vector3> _positions = [];
    private readonly List<Vector3> _normals = [];
    private readonly List<Vector2> _coordinates = [];
    private readonly List<Vector4> _colours = [];
    private readonly List<int> _indices = [];

    /// <summary>Linear colour of the vertices that are added from now on; it multiplies the material's.</summary>
    public Vector3 Colour { get; set; } = Vector3.One;

    /// <summary>Vertices so far.</summary>
    public int Count => _positions.Count;

    /// <summary>Adds a vertex and gives its index.</summary>
    public int Vertex(Vector3 position, Vector3 normal, Vector2 coordinate)
    {
        _positions.Add(position);
        _normals.Add(normal);
        _coordinates.Add(coordinate);
        _colours.Add(new(Colour, 1));
        return _positions.Count - 1;
    }

    /// <summary>Adds a triangle, counter-clockwise seen from outside; one without area is left out.</summary>
    public void Triangle(int a, int b, int c)
    {
        var across = Vector3.Cross(_positions[b] - _positions[a], _positions[c] - _positions[a]);
        if (across.LengthSquared() > 1e-20f)
        {
            _indices.AddRange([a, b, c]);
        }
    }

    /// <summary>Adds a grid of quads whose rows run to the left of its columns seen from outside.</summary>
    /// <param name="rows">Vertices in one direction.</param>
    /// <param name="columns">Vertices in the other.</param>
    /// <param name="vertex">Makes a vertex and gives its index.</param>
    public void Grid(int rows, int columns, Func<int, int, int> vertex)
    {
        var index = new int[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                index[i, j] = vertex(i, j);
            }
        }

        for (var i = 0; i + 1 < rows; i++)
        {
            for (var j = 0; j + 1 < columns; j++)
            {
                Triangle(index[i, j], index[i, j + 1], index[i + 1, j + 1]);
                Triangle(index[i, j], index[i + 1, j + 1], index[i + 1, j]);
            }
        }
    }

    /// <summary>Adds a smooth grid: normals come from the neighbours on it.</summary>
    /// <param name="rows">Vertices in one direction.</param>
    /// <param name="columns">Vertices in the other.</param>
    /// <param name="position">Position at parameters of 0 to 1; may be asked a little outside of them.</param>
    /// <param name="coordinate">Place in the picture at the same parameters.</param>
    public void Smooth(int rows, int columns, Func<float, float, Vector3> position, Func<float, float, Vector2> coordinate)
    {
        const float near = 1e-3f;
        Grid(rows, columns, (i, j) =>
        {
            float s = i / (rows - 1f), t = j / (columns - 1f);
            var along = position(s, t + near) - position(s, t - near);
            var up = position(s + near, t) - position(s - near, t);
            var normal = Vector3.Cross(along, up);
            return Vertex(position(s, t), normal.LengthSquared() > 0 ? Vector3.Normalize(normal) : Vector3.UnitY, coordinate(s, t));
        });
    }

    /// <summary>The mesh.</summary>
    public Mesh Build() => new([.. _positions], [.. _normals], [.. _coordinates], [.. _indices])
    {
        Colours = _colours.TrueForAll(colour => colour == Vector4.One) ? null : [.. _colours],
    };
}
