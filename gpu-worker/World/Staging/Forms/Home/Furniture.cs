using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Furniture of solid wood.</summary>
internal static class Furniture
{
    /// <summary>A chair with a dished seat, splayed legs and a curved back.</summary>
    /// <param name="height">Of its back in metres.</param>
    /// <param name="material">Its surface.</param>
    public static Draft Chair(double height, Material material)
    {
        float h = (float)height, seat = 0.54f * h, half = 0.25f * h, thick = 0.045f * h;
        var builder = new MeshBuilder();
        Sheet.Draw(builder, 17, 17, (s, t) =>
        {
            Vector2 p = new((2 * t) - 1, 1 - (2 * s));
            var shape = Squircle(p);
            var dish = 0.035f * h * (1 - Math.Min(1, shape.LengthSquared() * 1.1f)) * (0.6f + (0.4f * -p.Y));
            return new(shape.X * half * (1 + (0.06f * shape.Y)), seat - (thick / 2) - dish, shape.Y * half);
        }, (s, t) => thick * (1 - (0.35f * MathF.Pow(Math.Max(Math.Abs((2 * t) - 1), Math.Abs((2 * s) - 1)), 6))));
        foreach (var x in new[] { -1, 1 })
        {
            Leg(builder, new(x * 0.235f * h, 0, 0.235f * h), new(x * 0.17f * h, seat - (0.7f * thick), 0.16f * h), 0.017f * h, 0.026f * h);
            Leg(builder, new(x * 0.22f * h, 0, -0.26f * h), new(x * 0.165f * h, seat - (0.7f * thick), -0.17f * h), 0.017f * h, 0.026f * h);
            Tube.Draw(builder, [Post(x, 0), Post(x, 0.25f), Post(x, 0.5f), Post(x, 0.75f), Post(x, 1)], t => h * (0.024f - (0.006f * t)), 14);
            Tube.Draw(builder, [new(x * 0.205f * h, 0.24f * h, 0.2f * h), new(x * 0.197f * h, 0.25f * h, 0), new(x * 0.197f * h, 0.24f * h, -0.222f * h)], _ => 0.012f * h, 10);
        }

        Tube.Draw(builder, [new(-0.199f * h, 0.245f * h, 0.02f * h), new(0.199f * h, 0.245f * h, 0.02f * h)], _ => 0.012f * h, 10);
        foreach (var (low, deep) in new[] { (0.94f, 0.062f), (0.55f, 0.03f) })
        {
            List<Vector3> rail = [.. Enumerable.Range(0, 11).Select(i => Rail((i / 5f) - 1, low, deep))];
            Tube.Draw(builder, rail, _ => new Vector2(deep * 0.96f * h, 0.012f * h), Vector3.UnitY, 18, 0.6f);
        }

        for (var i = -2; i <= 2; i++)
        {
            Vector3 top = Rail(i / 2.6f, 0.9f, 0) + new Vector3(0, -0.01f * h, 0), foot = new(i * 0.066f * h, seat - (0.01f * h), -0.205f * h);
            Tube.Draw(builder, [foot, Vector3.Lerp(foot, top, 0.5f) + new Vector3(0, 0, -0.012f * h), top], _ => 0.0105f * h, 10);
        }

        return Enclosure.OfHeight([(builder.Build(), material)], height) with { BestYaw = -0.6 };

        Vector3 Post(int x, float t) => new(x * h * (0.185f + (0.025f * t)), float.Lerp(seat - (0.6f * thick), 0.975f * h, t), -h * (0.2f + (0.075f * t) + (0.02f * t * t)));
        Vector3 Rail(float x, float t, float deep) => Post(1, t) with { X = 0 } + new Vector3(x * 0.2f * h, -deep * 0.2f * h, -0.03f * h * (1 - (x * x)));
    }

    /// <summary>A table with a round-edged top on four tapered legs.</summary>
    /// <param name="height">Of its top in metres.</param>
    /// <param name="material">Its surface.</param>
    public static Draft Table(double height, Material material)
    {
        float h = (float)height, w = 1.5f * h, d = 0.95f * h, thick = 0.05f * h, apron = 0.1f * h;
        var builder = new MeshBuilder();
        Beam.Draw(builder, new(0, h - (thick / 2), 0), new(w, thick, d), 0.4f * thick, steps: 4);
        foreach (var z in new[] { -1, 1 })
        {
            Beam.Draw(builder, new(0, h - thick - (apron / 2), z * ((d / 2) - (0.11f * h))), new(w - (0.24f * h), apron, 0.03f * h), 0.006f * h);
            foreach (var x in new[] { -1, 1 })
            {
                Leg(builder, new(x * ((w / 2) - (0.06f * h)), 0, z * ((d / 2) - (0.06f * h))), new(x * ((w / 2) - (0.12f * h)), h - (0.6f * thick), z * ((d / 2) - (0.11f * h))), 0.021f * h, 0.042f * h);
            }
        }

        foreach (var x in new[] { -1, 1 })
        {
            Beam.Draw(builder, new(x * ((w / 2) - (0.12f * h)), h - thick - (apron / 2), 0), new(0.03f * h, apron, d - (0.22f * h)), 0.006f * h);
        }

        return Enclosure.Of([(builder.Build(), material)]) with { BestYaw = -0.5 };
    }

    private static void Leg(MeshBuilder builder, Vector3 foot, Vector3 top, float thin, float thick)
    {
        // Cut off level with the floor: the lowest ring starts where its round end touches the ground.
        var along = Vector3.Normalize(top - foot);
        Tube.Draw(builder, [foot + (along * (0.25f * thin)), Vector3.Lerp(foot, top, 0.3f), Vector3.Lerp(foot, top, 0.7f), top], t => float.Lerp(thin, thick, MathF.Pow(t, 0.8f)), 16, 0.25f);
    }

    private static Vector2 Squircle(Vector2 p) =>
        new(p.X * MathF.Sqrt(1 - (0.3f * p.Y * p.Y)), p.Y * MathF.Sqrt(1 - (0.3f * p.X * p.X)));
}
