using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A building of several storeys: shop front, windows of which some are lit, cornice, flat roof.</summary>
internal static class Building
{
    /// <summary>Draws it; the door faces +z.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="wall">Surface of the walls.</param>
    /// <param name="light">Linear light behind windows; 1 shows as white.</param>
    /// <param name="random">Chance: which windows are lit.</param>
    public static Draft Make(double height, Material wall, Vector3 light, Random random)
    {
        float h = (float)height, w = 0.5f * h, d = 0.42f * h, storey = 0.094f * h, foot = 0.13f * h, top = 0.9f * h;
        var (walls, trim, panes, lit) = (new MeshBuilder(), new MeshBuilder(), new MeshBuilder(), new MeshBuilder());
        var facade = new Facade(walls, panes, lit);
        var bright = light == default ? 0 : 0.22f;
        facade.Block(Vector3.Zero, new(w, foot, d), 1.25f * storey, new(0.8f, 0.72f), 2 * bright, random);
        facade.Block(new(0, foot, 0), new(0.985f * w, top - foot, 0.985f * d), storey, new(0.5f, 0.62f), bright, random);
        Ledge(foot, 0.014f, 0.018f);
        Ledge(top - (0.9f * storey), 0.006f, 0.008f);
        Ledge(top, 0.026f, 0.024f);
        foreach (var side in new[] { -1, 1 })
        {
            Beam.Draw(trim, new(0, top + (0.022f * h), side * 0.485f * d), new(w, 0.028f * h, 0.03f * d), 0.002f * h);
            Beam.Draw(trim, new(side * 0.485f * w, top + (0.022f * h), 0), new(0.03f * w, 0.028f * h, 0.94f * d), 0.002f * h);
        }

        Beam.Draw(trim, new(0.12f * w, top + (0.046f * h), -0.12f * d), new(0.3f * w, 0.092f * h, 0.34f * d), 0.003f * h);
        Tube.Draw(trim, [new(-0.24f * w, top, 0.1f * d), new(-0.24f * w, top + (0.06f * h), 0.1f * d)], _ => 0.03f * h, 18, 0.25f);
        var canopy = new MeshBuilder();
        Beam.Draw(canopy, new(0, 0.088f * h, (d / 2) + (0.022f * h)), new(0.26f * w, 0.01f * h, 0.05f * h), 0.002f * h);
        Beam.Draw(canopy, new(0, 0.04f * h, d / 2), new(0.1f * w, 0.08f * h, 0.012f * h), 0.002f * h);
        List<(Mesh, Material)> parts =
        [
            (walls.Build(), wall), (trim.Build(), wall with { Colour = Vector3.Lerp(wall.Colour, new(0.7f), 0.45f), Picture = null }),
            (canopy.Build(), Substances.Black), (panes.Build(), Substances.DarkPane),
        ];
        if (bright > 0 && lit.Count > 0)
        {
            parts.Add((lit.Build(), Substances.Glowing(light)));
        }

        return new(parts, centre => new Hull(Corners(w, h, d).Select(p => p - centre)) { Margin = 0.004 * h }, new(1.05f * w, h, 1.1f * d))
        {
            BestYaw = -0.55,
            Mass = MassProperties.Block(new(w, h, d), 250) with { Centre = new(0, 0.46 * h, 0) },
        };

        void Ledge(float y, float reach, float thick) =>
            Beam.Draw(trim, new(0, y, 0), new(w + (reach * h), thick * h, d + (reach * h)), 0.3f * thick * h);
    }

    private static IEnumerable<Vector3d> Corners(double w, double h, double d)
    {
        var skin = 0.004 * h;
        foreach (var x in new[] { -1, 1 })
        {
            foreach (var z in new[] { -1, 1 })
            {
                yield return new(x * ((w / 2) - skin), skin, z * ((d / 2) - skin));
                yield return new(x * ((w / 2) - skin), (0.94 * h) - skin, z * ((d / 2) - skin));
                yield return new((0.12 * w) + (x * 0.15 * w), h - skin, (-0.12 * d) + (z * 0.17 * d));
            }
        }
    }
}
