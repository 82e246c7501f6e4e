using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>Boards side by side to stand on: a jetty, the edge of a pool.</summary>
internal static class Deck
{
    /// <summary>Draws it: its top is at y = 0, its far edge at z = 0, and its boards run towards +z.</summary>
    /// <param name="width">In metres.</param>
    /// <param name="depth">In metres.</param>
    /// <param name="board">Width of a board in metres.</param>
    /// <param name="thickness">In metres.</param>
    /// <param name="wood">Surface of the boards.</param>
    /// <param name="random">Chance: no two boards have the same tone.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(
        float width, float depth, float board, float thickness, Material wood, Random random)
    {
        var builder = new MeshBuilder();
        // An odd number, so that one lies under the middle.
        var count = (int)MathF.Ceiling(width / board) | 1;
        for (var i = 0; i < count; i++)
        {
            builder.Colour = new(0.78f + (0.3f * random.NextSingle()));
            var jut = 0.03f * board * random.NextSingle();
            Beam.Draw(builder, new((i + 0.5f - (count / 2f)) * board, -thickness / 2, (depth / 2) - jut), new(0.96f * board, thickness, depth), 0.04f * board);
        }

        return [(builder.Build(), wood)];
    }
}
