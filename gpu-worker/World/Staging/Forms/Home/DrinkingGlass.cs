using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A tumbler with a heavy base, filled.</summary>
internal static class DrinkingGlass
{
    /// <summary>Draws it.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="glass">Its wall.</param>
    /// <param name="drink">What is in it.</param>
    /// <param name="ice">Cubes of ice that float in it; 0 to 4.</param>
    /// <param name="random">Chance, for the ice.</param>
    public static Draft Make(double height, Material glass, Material drink, int ice, Random random)
    {
        float h = (float)height, foot = 0.27f * h, mouth = 0.34f * h, wall = 0.018f * h, floor = 0.09f * h, level = 0.74f * h;
        float Outer(float y) => float.Lerp(foot, mouth, y / h);
        float Inner(float y) => Outer(y) - wall;
        var tumbler = new MeshBuilder();
        Loft.Plain(tumbler, Loft.Rounded(
            [new(0, 0.012f * h), new(0.8f * foot, 0.012f * h), new(0.86f * foot, 0), new(foot, 0), new(Outer(0.1f * h), 0.1f * h), new(mouth, h), new(mouth - wall, h),
                new(Inner(0.3f * h), 0.3f * h), new(Inner(floor), floor), new(0, floor)], 0.9f * wall));
        var fill = new MeshBuilder();
        const float gap = 0.004f;
        float low = floor + (gap * h), edge = gap * h * 0.6f;
        Loft.Plain(fill, Loft.Rounded(
            [new(0, low), new(Inner(low) - edge, low), new(Inner(level) - edge, level), new(0, level)], 0.006f * h));
        List<(Mesh, Material)> parts = [(tumbler.Build(), glass), (fill.Build(), drink)];
        if (ice > 0)
        {
            var cubes = new MeshBuilder();
            for (var i = 0; i < ice; i++)
            {
                // Nine tenths of floating ice are below the surface.
                var angle = (i + (0.3f * random.NextSingle())) * MathF.Tau / ice;
                var size = h * (0.19f + (0.03f * random.NextSingle()));
                Vector3 at = new(0.14f * h * MathF.Cos(angle), level - (0.3f * size), 0.14f * h * MathF.Sin(angle));
                Beam.Draw(cubes, at, new(size), 0.18f * size, Quaternion.CreateFromYawPitchRoll(angle + random.NextSingle(), 0.4f * random.NextSingle(), 0.3f), 2);
            }

            parts.Add((cubes.Build(), new() { Colour = new(0.96f, 0.98f, 1), Transmission = 0.9f, RefractiveIndex = 1.31f, Roughness = 0.08f }));
        }

        return new(parts, centre => Round.Lathe([(foot, 0), (mouth, height)], 0.002, centre), new(2 * mouth, h, 2 * mouth)) { Rolling = Rolling.OnMantle };
    }
}
