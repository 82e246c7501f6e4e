using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A rowing boat: a planked hull with gunwale, thwarts and floor boards; its bow points to +z.</summary>
internal static class Boat
{
    /// <summary>Draws it.</summary>
    /// <param name="height">From keel to the top of the bow, in metres; the length is 4.2 times that.</param>
    /// <param name="paint">Surface of the hull.</param>
    /// <param name="wood">Surface of gunwale, thwarts and floor.</param>
    public static Draft Make(double height, Material paint, Material wood)
    {
        float h = (float)height, l = 4.2f * h, wall = 0.03f * h;
        var (hull, boards) = (new MeshBuilder(), new MeshBuilder());
        Sheet.Draw(hull, 45, 33, (s, t) => Skin(s, t, l, h), (_, _) => wall);
        Stern(hull, l, h, wall);
        foreach (var side in new[] { 0, 1 })
        {
            List<Vector3> edge = [.. Enumerable.Range(0, 25).Select(i => Skin(i / 24f, side, l, h))];
            Tube.Draw(boards, edge, _ => new Vector2(0.045f * h, 0.032f * h), Vector3.UnitX, 10);
        }

        Tube.Draw(boards, [.. Enumerable.Range(0, 9).Select(i => Skin(0.005f, i / 8f, l, h))], _ => 0.03f * h, 8);
        foreach (var s in new[] { 0.14f, 0.45f, 0.73f })
        {
            var y = 0.6f * h;
            var half = Across(s, y, l, h);
            var z = Skin(s, 0.5f, l, h).Z;
            Beam.Draw(boards, new(0, y, z), new((2 * half) + wall, 0.05f * h, 0.24f * h), 0.012f * h, steps: 2);
        }

        for (var k = -2; k <= 2; k++)
        {
            float from = Skin(0.06f, 0.5f, l, h).Z, to = Skin(0.7f - (0.04f * k * k), 0.5f, l, h).Z;
            Beam.Draw(boards, new(k * 0.115f * h, 0.175f * h, (from + to) / 2), new(0.1f * h, 0.025f * h, to - from), 0.006f * h);
        }

        // What touches: the flat of the bottom, the gunwale and the stem.
        var draft = Enclosure.OfHeight([(hull.Build(), paint), (boards.Build(), wood)], height);
        List<Vector3> outline = [.. from s in new[] { 0, 0.2f, 0.4f, 0.6f, 0.8f, 1 } from t in new[] { 0, 0.42f, 0.58f, 1 } select Skin(s, t, l, h)];
        return draft with
        {
            BestYaw = -0.9,
            Shape = centre => Enclosure.Hull([.. outline.Select(p => p with { Y = p.Y < 0.16f * h ? 0 : p.Y })], centre),
        };
    }

    // From the stern (s = 0) to the bow, and from one gunwale under the keel to the other.
    private static Vector3 Skin(float s, float t, float l, float h)
    {
        var across = (2 * t) - 1;
        var beam = 0.33f * l * MathF.Pow(Math.Max(1 - MathF.Pow(s, 3.2f), 0), 0.75f) * (0.78f + (0.5f * s * (1 - s)));
        var rise = (0.8f * h) + (0.2f * h * s * s) + (0.06f * h * (1 - s) * (1 - s));
        var keel = 0.32f * h * MathF.Pow(s, 6);
        var side = MathF.Pow(Math.Abs(across), 0.8f + (0.5f * s));
        var lift = MathF.Pow(Math.Max(Math.Abs(across) - (0.3f * (1 - s)), 0) / (1 - (0.3f * (1 - s))), 2.2f - (0.5f * s));

        // Clinker planks: each laps a little over the one below.
        var lap = 0.006f * h * ((Math.Abs(across) * 6 % 1) - 0.5f) * (1 - s);
        return new(Math.Sign(across) * ((0.5f * beam * side) + lap), float.Lerp(keel, rise, lift), l * ((0.86f * s) - 0.46f) + (0.14f * l * s * s * (0.4f + (0.6f * lift))));
    }

    private static void Stern(MeshBuilder hull, float l, float h, float wall) => Sheet.Draw(hull, 9, 17, (s, t) =>
    {
        var at = Skin(0, t, l, h);
        var top = Skin(0, 0, l, h).Y;
        return new(at.X, float.Lerp(at.Y, top + (0.05f * h * (1 - (((2 * t) - 1) * ((2 * t) - 1)))), s), at.Z + (0.5f * wall));
    }, (_, _) => wall);

    private static float Across(float s, float y, float l, float h)
    {
        var most = 0f;
        for (var t = 0.5f; t <= 1; t += 0.01f)
        {
            var at = Skin(s, t, l, h);
            most = at.Y <= y ? at.X : most;
        }

        return most;
    }
}
