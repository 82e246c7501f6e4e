using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A planet with seas, land and clouds, about the origin.</summary>
internal static class Planet
{
    private const int Wide = 512;
    private const int High = 256;

    /// <summary>Draws it.</summary>
    /// <param name="radius">In metres.</param>
    /// <param name="sea">Linear colour of the seas.</param>
    /// <param name="land">Linear colour of the land.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float radius, Vector3 sea, Vector3 land, Random random)
    {
        var builder = new MeshBuilder();
        List<Level> levels = [.. Enumerable.Range(0, 65).Select(i => new Level(radius * MathF.Sin(i * MathF.PI / 64), -radius * MathF.Cos(i * MathF.PI / 64)))];
        Loft.Sector(builder, levels, -MathF.PI, MathF.PI, (angle, level) => new((angle / MathF.Tau) + 0.5f, MathF.Acos(Math.Clamp(level.Y / radius, -1, 1)) / MathF.PI));
        return [(builder.Build(), new() { Colour = sea, Picture = Map(sea, land, random), Roughness = 0.6f })];
    }

    private static Texture Map(Vector3 sea, Vector3 land, Random random)
    {
        var (continents, clouds, swirl) = (new Bumps(random, 1.6f, 6), new Bumps(random, 0.9f, 6), new Bumps(random, 1.2f, 2));
        var rgba = new byte[Wide * High * 4];
        for (var y = 0; y < High; y++)
        {
            for (var x = 0; x < Wide; x++)
            {
                var (up, across) = (MathF.Cos((y + 0.5f) * MathF.PI / High), MathF.Sin((y + 0.5f) * MathF.PI / High));
                var (sine, cosine) = MathF.SinCos((x + 0.5f) * MathF.Tau / Wide);
                Vector3 at = new(across * sine, up, across * cosine);
                var level = continents.At(at);
                var shore = Math.Clamp((level - 0.08f) * 9, 0, 1);
                var ground = Vector3.Lerp(land, new(0.3f, 0.24f, 0.15f), Math.Clamp((level - 0.1f) * 2.2f, 0, 0.8f));
                var colour = Vector3.Lerp(sea * (1 + (0.5f * Math.Clamp(level + 0.1f, -0.5f, 0.2f))), ground, shore);
                colour = Vector3.Lerp(colour, new(0.85f), Math.Clamp((MathF.Abs(up) - 0.86f + (0.08f * level)) * 12, 0, 1));
                var drawn = at + (0.35f * new Vector3(swirl.At(at), 0, swirl.At(at + Vector3.One)));
                var cloud = Math.Clamp((clouds.At(drawn * new Vector3(1, 2.1f, 1)) - 0.02f) * 2.4f, 0, 0.95f);
                colour = Vector3.Lerp(colour, new(0.9f), cloud);
                var pixel = ((y * Wide) + x) * 4;
                (rgba[pixel], rgba[pixel + 1], rgba[pixel + 2], rgba[pixel + 3]) = (Colours.Byte(colour.X), Colours.Byte(colour.Y), Colours.Byte(colour.Z), 255);
            }
        }

        return new(Wide, High, rgba);
    }
}
