using System.Numerics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Staging.Forms.Fields;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>The body of a compact car of 1.45 m height, as fields: lower body, cabin, wheel arches. Front towards +z.</summary>
internal static class CarBody
{
    /// <summary>Height in metres that the figures below are for.</summary>
    public const float Height = 1.45f;

    /// <summary>Where the axles are, in metres before and behind the middle.</summary>
    public const float Axle = 1.31f;

    /// <summary>Half distance of the wheels of an axle.</summary>
    public const float HalfTrack = 0.775f;

    /// <summary>Radius of a wheel.</summary>
    public const float WheelRadius = 0.335f;

    private const float Belt = 0.965f;
    private static readonly Field _cabin = Cabin;
    private static readonly Field _shell = Without(0.05f, Blend(0.16f, Lower, _cabin), Arches);

    /// <summary>Draws the painted body.</summary>
    public static Mesh Shell()
    {
        var builder = new MeshBuilder();
        SurfaceNets.Draw(builder, _shell, new(-1.02f, 0.1f, -2.3f), new(1.02f, 1.55f, 2.3f), 0.084f);
        foreach (var side in new[] { -1, 1 })
        {
            Orb.Draw(builder, 6, d => new Vector3(side * 0.955f, 1.0f, 0.74f) + (d * new Vector3(0.1f, 0.065f, 0.075f)));
            Tube.Draw(builder, [new(side * 0.8f, 0.955f, 0.73f), new(side * 0.93f, 0.98f, 0.74f)], _ => 0.022f, 8);
        }

        return builder.Build();
    }

    /// <summary>Draws the panes.</summary>
    public static Mesh Glass()
    {
        var builder = new MeshBuilder();
        Field skin = p => _shell(p);
        Decal.Draw(builder, skin, 0.004f, 13, 25, (s, t) => Screen(s, t, 0.985f, 1.352f, 0.685f, 0.5f, 2), -Vector3.UnitZ, 3.4f);
        Decal.Draw(builder, skin, 0.004f, 13, 21, (s, t) => Screen(s, 1 - t, 1.06f, 1.33f, 0.6f, 0.47f, -2), Vector3.UnitZ, 3.4f);
        foreach (var side in new[] { 1, -1 })
        {
            foreach (var (rear, front) in new[] { (-0.27f, 0.86f), (-1.27f, -0.34f) })
            {
                Decal.Draw(builder, skin, 0.004f, 11, 21, (s, t) => Pane(side, s, side > 0 ? 1 - t : t, rear, front), new(-side, 0, 0), 1.2f);
            }
        }

        return builder.Build();
    }

    /// <summary>Draws what is black: grille, seams of the doors, sills, diffuser.</summary>
    public static Mesh Trim()
    {
        var builder = new MeshBuilder();
        Decal.Draw(builder, _shell, 0.004f, 5, 25, (s, t) => new((t - 0.5f) * (1.15f - (0.14f * s)), 0.29f + (0.13f * s), 2.6f), -Vector3.UnitZ, 1.2f);
        Decal.Draw(builder, _shell, 0.004f, 5, 25, (s, t) => new((0.5f - t) * (1.2f - (0.1f * s)), 0.27f + (0.12f * s), -2.6f), Vector3.UnitZ, 1.2f);
        foreach (var side in new[] { 1, -1 })
        {
            foreach (var (low, high) in new[] { (new Vector2(0.93f, 0.32f), new Vector2(0.9f, 0.94f)), (new(-0.3f, 0.32f), new(-0.305f, 0.94f)), (new(-0.86f, 0.42f), new(-1.22f, 0.94f)) })
            {
                Seam(builder, side, low, high, 16);
            }

            foreach (var axle in new[] { Axle, -Axle })
            {
                Tube.Draw(builder, [.. Enumerable.Range(0, 21).Select(i => Lip(side, axle, (-0.12f + (1.24f * i / 20)) * MathF.PI))], _ => 0.03f, 8);
            }

            Seam(builder, side, new(-0.82f, 0.32f), new(0.93f, 0.32f), 24);
            Decal.Draw(builder, _shell, 0.005f, 3, 13, (s, t) => new(side * 1.3f, 0.205f + (0.06f * s), (side > 0 ? -1 : 1) * (t - 0.5f) * 1.7f), new(-side, 0, 0), 1.2f);
            foreach (var z in new[] { -0.14f, -1.02f })
            {
                Beam.Draw(builder, Surface(side, z, 0.86f, 0.006f), new(0.022f, 0.022f, 0.17f), 0.008f);
            }
        }

        return builder.Build();
    }

    /// <summary>Draws the lamps of the front.</summary>
    public static Mesh FrontLamps()
    {
        var builder = new MeshBuilder();
        foreach (var side in new[] { 1, -1 })
        {
            Decal.Draw(builder, _shell, 0.005f, 5, 15, (s, t) => Lamp(side, side > 0 ? 1 - t : t, s, 0.4f, 0.8f, 0.63f, 0.055f, 2.6f) with { Y = 0.585f + (0.04f * (side > 0 ? 1 - t : t)) + (0.034f * s) }, new(0, 0, -1), 1.6f);
        }

        return Faced(builder.Build(), 1);
    }

    /// <summary>Draws the band of light at the tail.</summary>
    public static Mesh TailLamps()
    {
        var builder = new MeshBuilder();
        Decal.Draw(builder, _shell, 0.005f, 4, 33, (s, t) => new((0.5f - t) * 1.6f, 0.8f + (0.045f * s) + (0.03f * Math.Abs((2 * t) - 1)), -2.7f), Vector3.UnitZ, 1.6f);
        return builder.Build();
    }

    private static Vector3 Lamp(int side, float t, float s, float inner, float outer, float y, float high, float z) =>
        new(side * float.Lerp(inner, outer, t), y + (high * s), z);

    // Left and right lamps run opposite ways: whichever way, they face forwards.
    private static Mesh Faced(Mesh mesh, int forward) => mesh with
    {
        Indices = [.. Enumerable.Range(0, mesh.Indices.Length / 3).SelectMany(k =>
        {
            int a = mesh.Indices[3 * k], b = mesh.Indices[(3 * k) + 1], c = mesh.Indices[(3 * k) + 2];
            var normal = Vector3.Cross(mesh.Positions[b] - mesh.Positions[a], mesh.Positions[c] - mesh.Positions[a]);
            return Vector3.Dot(normal, mesh.Normals[a]) * forward < 0 ? new[] { a, c, b } : [a, b, c];
        })],
    };

    private static void Seam(MeshBuilder builder, int side, Vector2 low, Vector2 high, int rows)
    {
        var across = Vector2.Normalize(high - low) is var d ? new Vector2(-d.Y, d.X) * 0.0045f : default;
        Decal.Draw(builder, _shell, 0.002f, rows, 2, (s, t) =>
        {
            var at = Vector2.Lerp(low, high, s) + (across * ((2 * t) - 1) * side);
            return new(side * 1.3f, at.Y, at.X);
        }, new(-side, 0, 0), 1.2f);
    }

    // The edge of a wheel arch, as it would be on the body without it.
    private static Vector3 Lip(int side, float axle, float angle)
    {
        Vector3 at = new(side * 1.3f, WheelRadius + (0.385f * MathF.Sin(angle)), axle + (0.385f * MathF.Cos(angle)));
        for (var step = 0; step < 48; step++)
        {
            at.X -= side * 0.8f * (Lower(at) - 0.002f);
        }

        return at;
    }

    private static Vector3 Surface(int side, float z, float y, float lift)
    {
        Vector3 at = new(side * 1.3f, y, z);
        for (var step = 0; step < 48; step++)
        {
            at.X -= side * 0.8f * (_shell(at) - lift);
        }

        return at;
    }

    private static Vector3 Screen(float s, float t, float low, float high, float wideLow, float wideHigh, float z) =>
        new(((2 * t) - 1) * float.Lerp(wideLow, wideHigh, s), float.Lerp(low, high, s) + (0.015f * (1 - (((2 * t) - 1) * ((2 * t) - 1)))), z);

    // Between the belt and a line under the roof; both ends lean with the pillars.
    private static Vector3 Pane(int side, float s, float t, float rear, float front)
    {
        var z = float.Lerp(rear, front, t);
        var lean = front > 0 ? -0.6f * s * t * t : 0.5f * s * (1 - t) * (1 - t);
        z += lean * (front - rear);
        return new(side * 1.3f, float.Lerp(Belt + 0.018f, Math.Min(1.335f, Roof(z) - 0.095f), s), z);
    }

    private static float Roof(float z) => Height - 0.006f - (0.055f * (z + 0.35f) * (z + 0.35f));

    private static float Lower(Vector3 p)
    {
        float x = Math.Abs(p.X), z = p.Z;
        var rise = 0.975f - (0.035f * (z + 0.2f) * (z + 0.2f)) - (0.17f * Smooth((z - 0.75f) / 1.4f)) + (0.05f * Smooth((-z - 0.9f) / 1.1f));
        var crown = 0.05f * x * x;
        var side = 0.9f - (0.1f * Square((p.Y - 0.6f) / 0.5f)) - (0.045f * Square(Math.Max(Math.Abs(z) - 1, 0))) - (0.02f * Bell((p.Y - 0.48f) / 0.09f) * (1 - Smooth((Math.Abs(z) - 0.7f) / 0.4f)));
        var front = 2.16f - (0.2f * x * x) - (0.25f * Square(Math.Max(p.Y - 0.55f, 0))) - (0.3f * Square(Math.Max(0.4f - p.Y, 0)));
        var rear = 2.1f - (0.14f * x * x) - (0.2f * Square(Math.Max(p.Y - 0.75f, 0))) - (0.35f * Square(Math.Max(0.45f - p.Y, 0)));
        var body = Most(0.95f * (p.Y - rise + crown), 0.95f * (x - side), 0.16f);
        body = Most(body, 0.93f * (z - front), 0.22f);
        body = Most(body, 0.95f * (-z - rear), 0.2f);
        return Most(body, 0.19f - p.Y, 0.06f);
    }

    private static float Cabin(Vector3 p)
    {
        float x = Math.Abs(p.X), z = p.Z;
        var top = 0.97f * (p.Y - Roof(z) + (0.06f * x * x));
        var screen = (0.5f * (z - 1.06f + (0.16f * x * x))) + (0.866f * (p.Y - 0.93f));
        var tail = (0.37f * (-z - 2.02f + (0.1f * x * x))) + (0.929f * (p.Y - 0.99f));
        var side = 0.93f * (x - (0.845f - (0.42f * (p.Y - 0.9f)) - (0.03f * Square(Math.Max(-z - 0.6f, 0)))));
        var ends = Most(-z - 1.9f, 0.75f - p.Y, 0.05f);
        return Most(Most(Most(top, screen, 0.12f), tail, 0.18f), Most(side, ends, 0.05f), 0.11f);
    }

    private static float Arches(Vector3 p)
    {
        var round = new Vector2(Math.Abs(p.Z) - Axle, p.Y - WheelRadius).Length() - 0.385f;
        return Math.Max(round, 0.56f - Math.Abs(p.X));
    }

    private static float Most(float a, float b, float width)
    {
        var h = Math.Max(width - Math.Abs(a - b), 0) / width;
        return Math.Max(a, b) + (h * h * h * width / 6);
    }

    private static float Square(float x) => x * x;

    private static float Bell(float x) => MathF.Exp(-x * x);

    private static float Smooth(float t) => Math.Clamp(t, 0, 1) is var u ? u * u * (3 - (2 * u)) : 0;
}
