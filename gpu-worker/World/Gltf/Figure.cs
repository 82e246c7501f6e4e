using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>All that moves triangles: nodes, their animation, skins, weights of morph targets.</summary>
/// <param name="Tree">The nodes.</param>
/// <param name="Animation">How they move.</param>
/// <param name="Skins">The skins.</param>
/// <param name="Weights">Weights by node, when nothing moves.</param>
internal sealed record Figure(NodeTree Tree, Animation Animation, IReadOnlyList<Skin> Skins, float[][] Weights)
{
    /// <summary>From each node's space to the model's, and the nodes' weights, at a time in seconds.</summary>
    public (Matrix4x4[] Worlds, float[][] Weights) At(double time)
    {
        var locals = Tree.Nodes.Select(node => node.Rest).ToArray();
        var weights = (float[][])Weights.Clone();
        Animation.Apply(time, locals, weights);
        return (Tree.Worlds(locals), weights);
    }
}

/// <summary>A primitive as a node shows it.</summary>
/// <param name="Node">Number of the node.</param>
/// <param name="Skin">What moves it; null for the node alone.</param>
/// <param name="Geometry">Its triangles.</param>
/// <param name="Material">Its surface.</param>
internal sealed record Shape(int Node, Skin? Skin, Geometry Geometry, Scenes.Material Material);
