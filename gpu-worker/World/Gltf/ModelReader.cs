using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Gltf;

/// <summary>Puts a model together from its file and its decoded pictures.</summary>
internal static class ModelReader
{
    /// <summary>Most triangles that are shown.</summary>
    public const int MostTriangles = 1_000_000;

    /// <summary>The model. Fails with <see cref="InvalidDataException"/> when something in the file is wrong.</summary>
    /// <param name="file">The file.</param>
    /// <param name="pictures">The decoded pictures by number of the image.</param>
    public static Model Read(GltfFile file, IReadOnlyDictionary<int, Texture> pictures)
    {
        List<string> warnings = [];
        var root = file.Root;
        var accessors = new AccessorReader(file);
        var tree = new NodeTree(root);
        var meshes = root.Items("meshes");
        var figure = new Figure(
            tree,
            AnimationReader.Read(root, accessors, [.. tree.Nodes.Select(node => node.Mesh is { } mesh ? Morphs(meshes[mesh]) : 0)], warnings),
            [.. root.Items("skins").Select(skin => Skin.Read(skin, accessors, tree.Nodes.Count))],
            [.. tree.Nodes.Select(node => node.Mesh is { } mesh ? Weights(node.Place, meshes[mesh]) : [])]);
        var pieces = Shapes(tree, meshes, figure, new(accessors), new(root, new(root, pictures), warnings), warnings);
        if (pieces.Count == 0)
        {
            throw root.Broken("shows no triangles");
        }

        var parts = new MovingParts(figure, pieces);
        CheckExtent(root, parts.AtRest);
        return new(parts.AtRest, [.. warnings.Distinct()]) { Motion = parts.Move ? parts.At : null };
    }

    private static List<Shape> Shapes(
        NodeTree tree, IReadOnlyList<Place> meshes, Figure figure, PrimitiveReader reader, MaterialReader materials, List<string> warnings)
    {
        List<Shape> shapes = [];
        long triangles = 0, corners = 0;
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            if (!tree.Shown[i] || tree.Nodes[i].Mesh is not { } mesh)
            {
                continue;
            }

            foreach (var primitive in meshes[mesh].Items("primitives"))
            {
                var (material, mapping) = materials.Of(primitive);
                var skin = tree.Nodes[i].Skin is { } number ? figure.Skins[number] : null;
                if (reader.Read(primitive, mapping, skin?.Joints.Length ?? 0, warnings) is { } geometry)
                {
                    triangles += geometry.Indices.Length / 3;
                    corners += (long)geometry.Positions.Length * (1 + geometry.Morphs.Count);
                    shapes.Add(new(i, geometry.Binding is null ? null : skin, geometry, material));
                }

                if (triangles > MostTriangles || corners > 12L * MostTriangles)
                {
                    throw primitive.Broken($"brings the model above {MostTriangles} triangles, the most that are shown; make it simpler");
                }
            }
        }

        return shapes;
    }

    private static void CheckExtent(Place root, IReadOnlyList<Instance> parts)
    {
        Vector3 low = new(float.MaxValue), high = new(float.MinValue);
        foreach (var position in parts.SelectMany(part => part.Mesh.Positions))
        {
            (low, high) = (Vector3.Min(low, position), Vector3.Max(high, position));
            if (!float.IsFinite(position.LengthSquared()))
            {
                throw root.Broken("places a vertex beyond all numbers");
            }
        }

        if ((high - low).LengthSquared() is not (> 1e-20f and < 1e20f))
        {
            throw root.Broken("shows nothing that has a size");
        }
    }

    private static int Morphs(Place mesh)
    {
        var primitives = mesh.Items("primitives");
        return primitives.Count == 0 ? 0 : primitives.Max(primitive => primitive.Items("targets").Count);
    }

    private static float[] Weights(Place node, Place mesh)
    {
        var count = Morphs(mesh);
        var place = node.Member("weights") is not null ? node : mesh;
        return place.Member("weights") is null ? new float[count] : place.Numbers("weights", count)!;
    }
}
