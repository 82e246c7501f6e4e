using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A shelf board on two brackets.</summary>
internal static class Shelf
{
    /// <summary>Draws it: the top of the board is at <paramref name="height"/>, its back edge at z = 0.</summary>
    /// <param name="width">In metres.</param>
    /// <param name="depth">In metres.</param>
    /// <param name="height">Of the upper side above y = 0.</param>
    /// <param name="board">Surface of the board.</param>
    /// <param name="bracket">Surface of the brackets.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float width, float depth, float height, Material board, Material bracket)
    {
        var thick = 0.14f * depth;
        var (wood, metal) = (new MeshBuilder(), new MeshBuilder());
        Beam.Draw(wood, new(0, height - (thick / 2), depth / 2), new(width, thick, depth), 0.1f * thick, steps: 2);
        foreach (var x in new[] { -0.36f * width, 0.36f * width })
        {
            var top = height - thick;
            Beam.Draw(metal, new(x, top - (0.25f * depth), 0.012f * depth), new(0.1f * depth, 0.5f * depth, 0.024f * depth), 0.008f * depth);
            Beam.Draw(metal, new(x, top - (0.012f * depth), 0.4f * depth), new(0.1f * depth, 0.024f * depth, 0.8f * depth), 0.008f * depth);
        }

        return [(wood.Build(), board), (metal.Build(), bracket)];
    }
}
