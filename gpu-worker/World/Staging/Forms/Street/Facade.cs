using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A block of a building with rows of windows set into its four walls, some of them lit.</summary>
/// <param name="walls">Takes walls, ledges and roof.</param>
/// <param name="panes">Takes dark windows.</param>
/// <param name="lit">Takes windows with light behind.</param>
internal sealed class Facade(MeshBuilder walls, MeshBuilder panes, MeshBuilder lit)
{
    private const float Reveal = 0.18f;

    /// <summary>Draws one block.</summary>
    /// <param name="foot">Middle of its base.</param>
    /// <param name="size">Width, height and depth in metres.</param>
    /// <param name="storey">Height of a storey in metres.</param>
    /// <param name="glazed">Part of a bay that is window, across and up.</param>
    /// <param name="brightness">Part of the windows that are lit.</param>
    /// <param name="random">Chance.</param>
    public void Block(Vector3 foot, Vector3 size, float storey, Vector2 glazed, float brightness, Random random)
    {
        for (var side = 0; side < 4; side++)
        {
            var turn = Quaternion.CreateFromAxisAngle(Vector3.UnitY, side * MathF.PI / 2);
            float width = side % 2 == 0 ? size.X : size.Z, depth = side % 2 == 0 ? size.Z : size.X;
            Wall(turn, foot, width, size.Y, depth / 2, storey, glazed, brightness, random);
        }

        Quad(walls, p => foot + new Vector3((p.X - 0.5f) * size.X, size.Y, (0.5f - p.Y) * size.Z), Vector3.UnitY);
        Quad(walls, p => foot + new Vector3((p.X - 0.5f) * size.X, 0, (p.Y - 0.5f) * size.Z), -Vector3.UnitY);
    }

    private void Wall(Quaternion turn, Vector3 foot, float width, float height, float front, float storey, Vector2 glazed, float brightness, Random random)
    {
        int floors = Math.Max(1, (int)MathF.Round(height / storey)), bays = Math.Max(1, (int)MathF.Round(width / storey));
        float bay = width / bays, rise = height / floors;
        Vector2 open = new(bay * glazed.X, rise * glazed.Y), rest = new Vector2(bay, rise) - open;
        for (var floor = 0; floor < floors; floor++)
        {
            for (var k = 0; k < bays; k++)
            {
                Vector2 low = new((k * bay) - (width / 2), floor * rise), high = low + new Vector2(bay, rise), a = low + (rest * new Vector2(0.5f, 0.45f)), b = a + open;
                Patch(walls, low, new(high.X, a.Y), 0);
                Patch(walls, new(low.X, b.Y), high, 0);
                Patch(walls, new(low.X, a.Y), new(a.X, b.Y), 0);
                Patch(walls, new(b.X, a.Y), new(high.X, b.Y), 0);
                var deep = Reveal * open.X;
                Jamb(new(a.X, b.Y), new(a.X, a.Y), deep, Vector3.UnitX);
                Jamb(new(b.X, a.Y), new(b.X, b.Y), deep, -Vector3.UnitX);
                Jamb(new(a.X, a.Y), new(b.X, a.Y), deep, Vector3.UnitY);
                Jamb(new(b.X, b.Y), new(a.X, b.Y), deep, -Vector3.UnitY);
                var pane = random.NextSingle() < brightness ? lit : panes;
                pane.Colour = new(0.55f + (0.45f * random.NextSingle()));
                Patch(pane, a, b, deep);
            }
        }

        void Patch(MeshBuilder to, Vector2 from, Vector2 until, float depth) => Quad(
            to, p => At(float.Lerp(from.X, until.X, p.X), float.Lerp(from.Y, until.Y, p.Y), depth), Vector3.Transform(Vector3.UnitZ, turn));

        void Jamb(Vector2 from, Vector2 until, float depth, Vector3 normal) => Quad(
            walls, p => At(float.Lerp(from.X, until.X, p.X), float.Lerp(from.Y, until.Y, p.X), depth * p.Y), Vector3.Transform(normal, turn));

        Vector3 At(float x, float y, float depth) => foot + Vector3.Transform(new(x, y, front - depth), turn);
    }

    private static void Quad(MeshBuilder to, Func<Vector2, Vector3> at, Vector3 normal) =>
        to.Grid(2, 2, (i, j) => to.Vertex(at(new(j, i)), normal, new(j, 1 - i)));
}
