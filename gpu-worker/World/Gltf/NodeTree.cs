using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>A node of a model.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Parent">Number of its parent; -1 for none.</param>
/// <param name="Mesh">Its mesh; null for none.</param>
/// <param name="Skin">Its skin; null for none.</param>
/// <param name="Rest">How it stands when nothing moves it.</param>
/// <param name="Fixed">Its matrix when it has one instead; such a node can't be animated.</param>
internal sealed record Node(Place Place, int Parent, int? Mesh, int? Skin, Transform Rest, Matrix4x4? Fixed);

/// <summary>The nodes of a model, and which of them its scene shows.</summary>
internal sealed class NodeTree
{
    private readonly int[] _order;

    /// <summary>Reads the nodes. Fails with <see cref="InvalidDataException"/> when they form no tree.</summary>
    public NodeTree(Place root)
    {
        var places = root.Items("nodes");
        var parents = new int[places.Count];
        Array.Fill(parents, -1);
        for (var i = 0; i < places.Count; i++)
        {
            foreach (var child in places[i].Items("children"))
            {
                var index = (int)child.Whole(0, places.Count - 1);
                parents[index] = parents[index] < 0 ? i : throw child.Broken($"is node {index}, which has a parent already");
            }
        }

        int meshes = root.Items("meshes").Count, skins = root.Items("skins").Count;
        Nodes = [.. places.Select((place, i) => Read(place, parents[i], meshes, skins))];
        _order = ParentsFirst(parents, places);
        Shown = Scene(root, parents);
    }

    /// <summary>All nodes.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Whether each is in the scene.</summary>
    public bool[] Shown { get; }

    /// <summary>From each node's space to the model's, given how each stands in its parent.</summary>
    public Matrix4x4[] Worlds(IReadOnlyList<Transform> locals)
    {
        var worlds = new Matrix4x4[Nodes.Count];
        foreach (var i in _order)
        {
            var local = Nodes[i].Fixed ?? locals[i].ToMatrix();
            worlds[i] = Nodes[i].Parent < 0 ? local : local * worlds[Nodes[i].Parent];
        }

        return worlds;
    }

    /// <summary>Marks a node's descendants too, for every node that is marked.</summary>
    public bool[] WithDescendants(bool[] marked)
    {
        var result = (bool[])marked.Clone();
        foreach (var i in _order)
        {
            result[i] |= Nodes[i].Parent >= 0 && result[Nodes[i].Parent];
        }

        return result;
    }

    private static Node Read(Place place, int parent, int meshes, int skins)
    {
        var matrix = place.Numbers("matrix", 16);
        var t = place.Numbers("translation", 3) ?? [0, 0, 0];
        var r = place.Numbers("rotation", 4) ?? [0, 0, 0, 1];
        var s = place.Numbers("scale", 3) ?? [1, 1, 1];
        var rotation = new Quaternion(r[0], r[1], r[2], r[3]);
        return new(
            place, parent, place.Index("mesh", meshes, "meshes"), place.Index("skin", skins, "skins"),
            new(new(t), rotation.LengthSquared() is > 1e-12f and < 1e12f ? Quaternion.Normalize(rotation) : throw place.Broken("has a rotation of no length"), new(s)),
            matrix is null ? null : Transform.Matrix(matrix));
    }

    private static int[] ParentsFirst(int[] parents, IReadOnlyList<Place> places)
    {
        var children = parents.Select((parent, i) => (parent, i)).Where(pair => pair.parent >= 0).ToLookup(pair => pair.parent, pair => pair.i);
        List<int> order = [.. Enumerable.Range(0, parents.Length).Where(i => parents[i] < 0)];
        for (var k = 0; k < order.Count; k++)
        {
            order.AddRange(children[order[k]]);
        }

        return order.Count == parents.Length
            ? [.. order]
            : throw places[Enumerable.Range(0, parents.Length).Except(order).First()].Broken("is its own ancestor");
    }

    private bool[] Scene(Place root, int[] parents)
    {
        var scenes = root.Items("scenes");
        var shown = new bool[parents.Length];
        if (scenes.Count == 0)
        {
            Array.Fill(shown, true);
            return shown;
        }

        var scene = scenes[root.Index("scene", scenes.Count, "scenes") ?? 0];
        foreach (var entry in scene.Items("nodes"))
        {
            shown[entry.Whole(0, parents.Length - 1)] = true;
        }

        return WithDescendants(shown);
    }
}
