using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Forms without edges: ball, ring, stone, petal.</summary>
internal static class Natural
{
    /// <summary>A ball; a picture goes round it once when it is wide, and is on its front and back when not.</summary>
    public static Draft Ball(double radius, Material material)
    {
        var r = (float)radius;
        var builder = new MeshBuilder();
        List<Level> levels = [.. Enumerable.Range(0, 33).Select(i => Meridian(r, i / 32f))];
        Wrap.Draw(builder, levels, material.Picture, 2, level => MathF.Acos(Math.Clamp((level.Y / r) - 1, -1, 1)) / MathF.PI);
        return new([(builder.Build(), material)], _ => new Ball { Margin = radius }, new(2 * r))
        {
            Rolling = Rolling.AnyWay,
            HasFace = material.Picture is not null,
        };
    }

    /// <summary>A torus lying flat.</summary>
    public static Draft Ring(double radius, double thickness, Material material)
    {
        float r = (float)thickness / 2, middle = (float)radius - r;
        var builder = new MeshBuilder();
        builder.Smooth(33, 97, (s, t) => OnTorus(middle, r, s, t), (s, t) => new(t, s));
        return new(
            [(builder.Build(), material)],
            centre => new Revolved([(middle, r - centre.Y)]) { Margin = r },
            new(2 * (float)radius, 2 * r, 2 * (float)radius)) { Rolling = Rolling.OnMantle };
    }

    /// <summary>An irregular rounded stone.</summary>
    public static Draft Pebble(double height, Material material, Random random)
    {
        var h = (float)height;
        var half = new Vector3(h * (0.75f + (0.25f * random.NextSingle())), h / 2, h * (0.65f + (0.2f * random.NextSingle())));
        (Vector3 Direction, float Strength, float Phase)[] bumps =
            [.. Enumerable.Range(0, 6).Select(_ => (Direction(random) * 2.6f, (random.NextSingle() - 0.5f) * 0.13f, random.NextSingle() * MathF.Tau))];
        Vector3 At(Vector3 d) => d * half * (1 + bumps.Sum(b => b.Strength * MathF.Sin(Vector3.Dot(b.Direction, d) + b.Phase)));
        Vector3 OnSphere(float s, float t)
        {
            var (sine, cosine) = MathF.SinCos((s - 0.5f) * MathF.PI * 0.9999f);
            var (x, z) = MathF.SinCos(t * MathF.Tau);
            return new(cosine * x, sine, cosine * z);
        }

        var lift = new Vector3(0, h / 2, 0);
        var builder = new MeshBuilder();
        builder.Smooth(33, 49, (s, t) => At(OnSphere(s, t)) + lift, (s, t) => new(t, 1 - s));
        List<Vector3> corners = [.. from i in Enumerable.Range(0, 7) from j in Enumerable.Range(0, 11) select At(OnSphere(i / 6f, j / 11f)) + lift];
        const double skin = 0.001;
        return new(
            [(builder.Build(), material)],
            centre => new Hull(corners.Select(c => Vector3d.From(c) - centre).Select(c => c - (c.Unit() * skin))) { Margin = skin },
            2 * half);
    }

    /// <summary>A petal: thin, cupped, wider towards its tip.</summary>
    public static Draft Petal(double length, Material material, Random random)
    {
        var l = (float)length;
        float width = l * (0.62f + (0.16f * random.NextSingle())), cup = l * (0.1f + (0.08f * random.NextSingle())), thickness = 0.012f * l;
        Vector3 Sheet(float s, float t)
        {
            float along = (s - 0.5f) * l, half = 0.5f * width * MathF.Pow(MathF.Sin(MathF.PI * MathF.Pow(Math.Clamp(s, 0.002f, 0.998f), 0.8f)), 0.62f);
            var across = (t - 0.5f) * 2;
            return new(across * half, cup * ((across * across * 1.4f * half / width) + (3 * (s - 0.5f) * (s - 0.5f)) - 0.2f) + (0.2f * cup), along);
        }

        var builder = new MeshBuilder();
        Forms.Sheet.Draw(
            builder, 25, 17, (s, t) => Sheet(1 - s, t), (_, _) => thickness,
            (s, t) => Vector3.Lerp(new(1, 0.97f, 0.8f), Vector3.One, Math.Clamp(2.5f * s, 0, 1)) * (1 - (0.12f * MathF.Pow(MathF.Cos(16 * (t - 0.5f)), 8) * s)));
        var size = new Vector3(width, cup, l);
        var rim = new[] { (0.02f, 0.5f), (0.3f, 0f), (0.3f, 1f), (0.7f, 0f), (0.7f, 1f), (0.98f, 0.3f), (0.98f, 0.7f), (0.5f, 0.5f) };
        var mass = MassProperties.Block(new(width, 0.25 * cup, 0.8 * l), 1) with { Centre = new(0, 0.25 * cup, 0) };
        var grams = Math.Max(0.11 * width * l, 1e-5);
        var area = 0.7 * width * l;
        return new(
            [(builder.Build(), material with { Translucency = Math.Max(material.Translucency, material.Transmission > 0 ? 0 : 0.4f) })],
            centre => new Hull(rim.Select(p => Vector3d.From(Sheet(p.Item1, p.Item2)) - centre)) { Margin = 0.0006 },
            size)
        {
            Mass = mass with { Mass = grams, Inertia = mass.Inertia * (grams / mass.Mass) },
            Air = new(Vector3d.UnitY, area, width),
        };
    }

    private static Level Meridian(float radius, float t)
    {
        var (sine, cosine) = MathF.SinCos(t * MathF.PI);
        return new(Math.Max(radius * sine, 0), radius * (1 - cosine));
    }

    private static Vector3 OnTorus(float middle, float radius, float s, float t)
    {
        var (up, outwards) = MathF.SinCos(s * MathF.Tau);
        var (x, z) = MathF.SinCos(t * MathF.Tau);
        return new((middle + (radius * outwards)) * x, radius + (radius * up), (middle + (radius * outwards)) * z);
    }

    private static Vector3 Direction(Random random) => Vector3.Normalize(
        new Vector3(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f) + new Vector3(1e-3f));
}
