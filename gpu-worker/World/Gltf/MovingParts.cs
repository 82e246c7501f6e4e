using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Gltf;

/// <summary>
/// The parts of a model and where they are at any time. What never moves is joined by material; what moves as a whole gets poses; what
/// is bent by joints, morph targets or changing sizes gets its vertices anew.
/// </summary>
internal sealed class MovingParts
{
    // How often the whole animation is looked at to tell what stays rigid.
    private const int Probes = 24;
    private static readonly Pose _still = new(Vector3.Zero, Quaternion.Identity);

    private readonly Figure _figure;
    private readonly List<(Shape Shape, bool Deforms)> _moving = [];
    private readonly int _joined;
    private readonly Matrix4x4[] _backToRest;

    /// <summary>Sorts the shapes of a model.</summary>
    public MovingParts(Figure figure, IReadOnlyList<Shape> shapes)
    {
        _figure = figure;
        var nodes = figure.Tree.Nodes.Count;
        var moved = figure.Tree.WithDescendants(figure.Animation.MovesNodes(nodes));
        var morphed = figure.Animation.MovesWeights(nodes);
        var (worlds, weights) = figure.At(0);
        _backToRest = [.. worlds.Select(world => Matrix4x4.Invert(world, out var inverse) ? inverse : default)];
        var rigid = RigidNodes(moved);
        List<Shape> still = [];
        foreach (var shape in shapes)
        {
            var bends = (shape.Skin?.Joints.Any(joint => moved[joint]) ?? false) || (morphed[shape.Node] && shape.Geometry.Morphs.Count > 0);
            if (bends || (shape.Skin is null && moved[shape.Node]))
            {
                _moving.Add((shape, bends || !rigid[shape.Node]));
            }
            else
            {
                still.Add(shape);
            }
        }

        var joined = still.GroupBy(shape => shape.Material).Select(group => new Instance(Join([.. group.Select(s => Baked(s, worlds, weights))]), group.Key));
        AtRest = [.. joined, .. _moving.Select(part => new Instance(Baked(part.Shape, worlds, weights), part.Shape.Material) { Deforms = part.Deforms })];
        _joined = AtRest.Count - _moving.Count;
    }

    /// <summary>The parts at the start.</summary>
    public IReadOnlyList<Instance> AtRest { get; }

    /// <summary>Whether anything moves.</summary>
    public bool Move => _moving.Count > 0;

    /// <summary>Where the parts are at a time in seconds.</summary>
    public IReadOnlyList<PartState> At(double time)
    {
        var (worlds, weights) = _figure.At(time);
        return
        [
            .. Enumerable.Repeat(new PartState(_still, null), _joined),
            .. _moving.Select(part =>
            {
                if (part.Deforms)
                {
                    return new PartState(_still, new(() =>
                    {
                        var (positions, normals) = Placed(part.Shape, worlds, weights);
                        return new(positions, normals);
                    }));
                }

                var change = _backToRest[part.Shape.Node] * worlds[part.Shape.Node];
                return new PartState(new(change.Translation, Quaternion.Normalize(Quaternion.CreateFromRotationMatrix(change))), null);
            }),
        ];
    }

    // Nodes that turn and move but keep their size and angles all the time.
    private bool[] RigidNodes(bool[] moved)
    {
        var rigid = _backToRest.Select((matrix, i) => moved[i] && matrix != default).ToArray();
        for (var k = 1; k <= Probes && _figure.Animation.Duration > 0; k++)
        {
            var (worlds, _) = _figure.At(_figure.Animation.Duration * (k - 0.37) / Probes);
            for (var i = 0; i < rigid.Length; i++)
            {
                rigid[i] = rigid[i] && IsRotation(_backToRest[i] * worlds[i]);
            }
        }

        return rigid;
    }

    private static bool IsRotation(Matrix4x4 m)
    {
        Vector3 x = new(m.M11, m.M12, m.M13), y = new(m.M21, m.M22, m.M23), z = new(m.M31, m.M32, m.M33);
        return Math.Abs(x.Length() - 1) < 1e-3f && Math.Abs(y.Length() - 1) < 1e-3f
            && Vector3.Distance(Vector3.Cross(x, y), z) < 3e-3f;
    }

    private static (Vector3[] Positions, Vector3[] Normals) Placed(Shape shape, Matrix4x4[] worlds, float[][] weights)
    {
        var (positions, normals) = shape.Geometry.Morphed(weights[shape.Node]);
        shape.Geometry.Place(positions, normals, worlds[shape.Node], shape.Skin?.Matrices(worlds));
        return (positions, normals);
    }

    private static Mesh Baked(Shape shape, Matrix4x4[] worlds, float[][] weights)
    {
        var (positions, normals) = Placed(shape, worlds, weights);
        var mirrored = shape.Skin is null && worlds[shape.Node].GetDeterminant() < 0;
        return new(positions, normals, shape.Geometry.Coordinates, mirrored ? Reversed(shape.Geometry.Indices) : shape.Geometry.Indices)
        {
            Colours = shape.Geometry.Colours,
        };
    }

    private static int[] Reversed(int[] indices)
    {
        var result = (int[])indices.Clone();
        for (var i = 0; i < result.Length; i += 3)
        {
            (result[i + 1], result[i + 2]) = (result[i + 2], result[i + 1]);
        }

        return result;
    }

    private static Mesh Join(IReadOnlyList<Mesh> meshes)
    {
        if (meshes.Count == 1)
        {
            return meshes[0];
        }

        var indices = new List<int>(meshes.Sum(mesh => mesh.Indices.Length));
        var first = 0;
        foreach (var mesh in meshes)
        {
            foreach (var index in mesh.Indices)
            {
                indices.Add(first + index);
            }

            first += mesh.Positions.Length;
        }

        return new([.. meshes.SelectMany(m => m.Positions)], [.. meshes.SelectMany(m => m.Normals)], [.. meshes.SelectMany(m => m.TextureCoordinates)], [.. indices])
        {
            Colours = meshes.All(mesh => mesh.Colours is null) ? null
                : [.. meshes.SelectMany(m => m.Colours ?? Enumerable.Repeat(Vector4.One, m.Positions.Length))],
        };
    }
}
