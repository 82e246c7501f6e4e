using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A flat strip of another ground with wavering edges: wet sand, foam, water.</summary>
internal static class Strip
{
    /// <summary>Draws it along x, from z = 0 away from the camera.</summary>
    /// <param name="width">In metres.</param>
    /// <param name="depth">In metres.</param>
    /// <param name="height">Above the ground in metres.</param>
    /// <param name="waver">How far its edges wander, as a part of the depth.</param>
    /// <param name="surface">Its surface.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float width, float depth, float height, float waver, Material surface, Random random)
    {
        const int columns = 129;
        var (front, back) = (new Bumps(random, 0.22f * width, 4), new Bumps(random, 0.22f * width, 4));
        var builder = new MeshBuilder();
        builder.Grid(2, columns, (i, j) =>
        {
            var x = ((j / (columns - 1f)) - 0.5f) * width;
            var z = i == 0 ? waver * depth * front.At(new(x, 0, 0)) : -depth + (waver * depth * back.At(new(x, 0, 0)));
            return builder.Vertex(new(x, height, z), Vector3.UnitY, new(j / (columns - 1f), 1 - i));
        });
        return [(builder.Build(), surface)];
    }
}
