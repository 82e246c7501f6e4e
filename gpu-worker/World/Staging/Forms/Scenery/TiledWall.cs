using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A wall of glazed tiles, laid by hand: each leans and shades a little differently.</summary>
internal static class TiledWall
{
    /// <summary>Draws it, the glaze at about z = 0.</summary>
    /// <param name="width">In metres.</param>
    /// <param name="height">In metres.</param>
    /// <param name="tile">Width and height of a tile in metres.</param>
    /// <param name="glaze">Surface of the tiles.</param>
    /// <param name="grout">Surface between them.</param>
    /// <param name="staggered">Whether rows are shifted by half a tile, like bricks.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(
        float width, float height, Vector2 tile, Material glaze, Material grout, bool staggered, Random random)
    {
        var gap = 0.035f * Math.Min(tile.X, tile.Y);
        var size = new Vector3(tile.X - gap, tile.Y - gap, 3 * gap);
        var tiles = new MeshBuilder();
        int rows = (int)MathF.Ceiling(height / tile.Y), columns = (int)MathF.Ceiling(width / tile.X) + (staggered ? 1 : 0);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var x = ((column + 0.5f - (columns / 2f)) * tile.X) + (staggered && row % 2 == 1 ? tile.X / 2 : 0);
                Vector3 lean = new(Lean(random), Lean(random), 0);
                tiles.Colour = new(0.9f + (0.1f * random.NextSingle()));
                var place = Matrix4x4.CreateRotationX(lean.X) * Matrix4x4.CreateRotationY(lean.Y) *
                    Matrix4x4.CreateTranslation(x, (row + 0.5f) * tile.Y, -size.Z / 2);
                Beam.Face(tiles, place, size, 0.8f * gap, Vector3.UnitX, Vector3.UnitY, 2);
            }
        }

        var bed = new MeshBuilder();
        var across = (columns + 0.5f) * tile.X;
        Beam.Draw(bed, new(0, rows * tile.Y / 2, -(0.62f * gap) - 0.01f), new(across, rows * tile.Y, 0.02f), 0.001f);
        return [(tiles.Build(), glaze), (bed.Build(), grout)];
    }

    private static float Lean(Random random) => 0.012f * (random.NextSingle() - 0.5f);
}
