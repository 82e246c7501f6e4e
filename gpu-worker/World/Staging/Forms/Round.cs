using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Forms with round levels and no silhouette of their own.</summary>
internal static class Round
{
    /// <summary>A cylinder; a picture is wrapped round it.</summary>
    public static Draft Cylinder(double radius, double height, Material material, double rounding)
    {
        float r = (float)radius, h = (float)height;
        var builder = new MeshBuilder();
        var levels = Loft.Rounded([new(0, 0), new(r, 0), new(r, h), new(0, h)], (float)rounding);
        Wrap.Draw(builder, levels, material.Picture, 2 * Math.PI * radius / height, level => 1 - (level.Y / h));
        return new(
            [(builder.Build(), material)],
            centre => Lathe([(radius, 0), (radius, height)], rounding, centre),
            new(2 * r, h, 2 * r)) { Rolling = Rolling.OnMantle, HasFace = material.Picture is not null };
    }

    /// <summary>A can: the label between two bevelled metal rims.</summary>
    public static Draft Can(double radius, double height, Material label, Material metal)
    {
        float r = (float)radius, h = (float)height;
        float low = 0.045f * h, high = h - (0.06f * h), neck = 0.88f * r, lip = 0.9f * r, sunk = 0.975f * h;
        var mantle = new MeshBuilder();
        Wrap.Draw(
            mantle, [new(r, low), new(r, h / 2), new(r, high)], label.Picture, 2 * Math.PI * radius / (high - low), level => (high - level.Y) / (high - low));
        var ends = new MeshBuilder();
        Loft.Plain(ends, Loft.Rounded([new(0, 0.012f * h), new(0.78f * r, 0.012f * h), new(0.84f * r, 0), new(r, low)], 0.02f * h));
        Loft.Plain(ends, Loft.Rounded(
            [new(r, high), new(neck, 0.98f * h), new(lip, 0.985f * h), new(lip, h), new(0.84f * r, h), new(0.82f * r, sunk), new(0, sunk)],
            0.006f * h));
        return new(
            [(mantle.Build(), label), (ends.Build(), metal)],
            centre => Lathe([(0.84 * radius, 0), (radius, low), (radius, high), (lip, height)], 0.001, centre),
            new(2 * r, h, 2 * r)) { Rolling = Rolling.OnMantle, HasFace = label.Picture is not null };
    }

    /// <summary>A cone on its base.</summary>
    public static Draft Cone(double radius, double height, Material material)
    {
        float r = (float)radius, h = (float)height;
        var builder = new MeshBuilder();
        var levels = Loft.Rounded([new(0, 0), new(r, 0), new(0, h)], 0.03f * h);
        levels[^1] = new(0, h);
        Wrap.Draw(builder, levels, material.Picture, 2 * Math.PI * radius / height, level => 1 - (level.Y / h));
        return new(
            [(builder.Build(), material)],
            centre => Lathe([(radius, 0), (0.02 * radius, height)], 0.015 * height, centre),
            new(2 * r, h, 2 * r));
    }

    /// <summary>A cup with a wall and a hollow.</summary>
    public static Draft Cup(double radius, double height, Material material)
    {
        float r = (float)radius, h = (float)height, foot = 0.62f * r, wall = 0.07f * r;
        var builder = new MeshBuilder();
        List<Level> corners =
        [
            new(0, 0.02f * h), new(0.9f * foot, 0.02f * h), new(0.92f * foot, 0), new(foot, 0), new(foot * 1.04f, 0.04f * h),
            .. Enumerable.Range(1, 14).Select(i => Bowl(i / 14f, 0)),
            .. Enumerable.Range(0, 14).Select(i => Bowl((14 - i) / 14f, wall)), new(0, 0.1f * h),
        ];
        Level Bowl(float t, float inset) => new(
            float.Lerp(foot * 1.04f, r, MathF.Sin(t * MathF.PI / 2) * (0.7f + (0.3f * t))) - inset,
            float.Lerp(inset > 0 ? 0.1f * h : 0.04f * h, inset > 0 ? h - (0.2f * wall) : h, t));
        Wrap.Draw(builder, corners, material.Picture, 2 * Math.PI * radius / height, level => Math.Clamp(1 - (level.Y / h), 0, 1));

        // An ear that begins and ends within the wall.
        Vector3 Handle(float t)
        {
            var (sine, cosine) = MathF.SinCos((t - 0.5f) * 1.02f * MathF.PI);
            var y = (0.53f * h) + (0.3f * h * sine);
            var on = Bowl(Math.Clamp((y - (0.04f * h)) / (0.96f * h), 0, 1), 0).Radius;
            return new(on - (0.5f * wall) + (0.5f * r * MathF.Sqrt(Math.Max(cosine, 0))), y, 0);
        }

        var handle = new MeshBuilder();
        Tube.Draw(
            handle, [.. Enumerable.Range(0, 17).Select(i => Handle(i / 16f))],
            t => new Vector2(0.1f, 0.045f) * (r * (1 + (0.5f * MathF.Pow(Math.Abs((2 * t) - 1), 6)))), Vector3.UnitZ, 16);
        return new(
            [(builder.Build(), material), (handle.Build(), material with { Picture = null })],
            centre => Lathe([(foot, 0), (0.93 * radius, 0.55 * height), (radius, height)], 0.001, centre),
            new(2 * r, h, 2 * r)) { HasFace = material.Picture is not null };
    }

    /// <summary>A collision shape of revolution from its outer outline.</summary>
    public static Revolved Lathe(IEnumerable<(double Radius, double Y)> outline, double margin, Vector3d centre)
    {
        var points = outline.ToList();
        double low = points.Min(p => p.Y), high = points.Max(p => p.Y);
        var skin = Math.Min(margin, 0.2 * Math.Min(high - low, points.Max(p => p.Radius)));
        return new(points.Select(p => (Math.Max(p.Radius - skin, 0), Math.Clamp(p.Y, low + skin, high - skin) - centre.Y))) { Margin = skin };
    }
}
