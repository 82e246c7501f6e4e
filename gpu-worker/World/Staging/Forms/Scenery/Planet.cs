using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A planet with seas, land and clouds, about the origin.</summary>
internal static class Planet
{
    /// <summary>Draws it.</summary>
    /// <param name="radius">In metres.</param>
    /// <param name="sea">Linear colour of the seas.</param>
    /// <param name="land">Linear colour of the land.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float radius, Vector3 sea, Vector3 land, Random random)
    {
        var builder = new MeshBuilder();
        Orb.Wrapped(builder, 64, 96, d => radius * d);
        return [(builder.Build(), new() { Colour = sea, Picture = Map(sea, land, random), Roughness = 0.6f })];
    }

    private static Texture Map(Vector3 sea, Vector3 land, Random random)
    {
        var (continents, clouds, swirl) = (new Bumps(random, 1.6f, 6), new Bumps(random, 0.9f, 6), new Bumps(random, 1.2f, 2));
        return GlobeMap.Paint(512, at =>
        {
            var level = continents.At(at);
            var shore = Math.Clamp((level - 0.08f) * 9, 0, 1);
            var ground = Vector3.Lerp(land, new(0.3f, 0.24f, 0.15f), Math.Clamp((level - 0.1f) * 2.2f, 0, 0.8f));
            var colour = Vector3.Lerp(sea * (1 + (0.5f * Math.Clamp(level + 0.1f, -0.5f, 0.2f))), ground, shore);
            colour = Vector3.Lerp(colour, new(0.85f), Math.Clamp((MathF.Abs(at.Y) - 0.86f + (0.08f * level)) * 12, 0, 1));
            var drawn = at + (0.35f * new Vector3(swirl.At(at), 0, swirl.At(at + Vector3.One)));
            var cloud = Math.Clamp((clouds.At(drawn * new Vector3(1, 2.1f, 1)) - 0.02f) * 2.4f, 0, 0.95f);
            return Vector3.Lerp(colour, new(0.9f), cloud);
        });
    }
}
