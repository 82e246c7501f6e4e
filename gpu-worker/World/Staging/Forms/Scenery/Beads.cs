using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>Drops of rain on a pane.</summary>
internal static class Beads
{
    /// <summary>Draws them on the plane z = 0, towards +z; large ones sag and leave a trail of small ones above them.</summary>
    /// <param name="width">Of the wetted part in metres.</param>
    /// <param name="height">Of the wetted part in metres, from y = 0.</param>
    /// <param name="drops">How many; 48 triangles each.</param>
    /// <param name="largest">Radius of the largest in metres.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float width, float height, int drops, float largest, Random random)
    {
        var builder = new MeshBuilder();
        Vector2 last = default;
        var trail = 0;
        for (var i = 0; i < drops; i++)
        {
            var radius = largest * (0.18f + (0.82f * MathF.Pow(random.NextSingle(), 4)));
            if (trail > 0)
            {
                trail--;
                last += new Vector2(0.3f * largest * (random.NextSingle() - 0.5f), largest * (0.9f + random.NextSingle()));
                radius = largest * (0.15f + (0.15f * random.NextSingle()));
            }
            else
            {
                last = new((random.NextSingle() - 0.5f) * width, random.NextSingle() * height);
                trail = radius > 0.7f * largest ? 6 : 0;
            }

            Drop(builder, new(last, 0), radius);
        }

        return [(builder.Build(), Water)];
    }

    private static Material Water { get; } = new() { Colour = new(0.98f), Roughness = 0.03f, Transmission = 0.95f, RefractiveIndex = 1.33f };

    private static void Drop(MeshBuilder builder, Vector3 at, float radius) => builder.Smooth(5, 9, (s, t) =>
    {
        var (x, y) = MathF.SinCos(-t * MathF.Tau);
        var (height, out_) = MathF.SinCos(Math.Clamp(s, 0, 1) * MathF.PI / 2);
        var sag = y < 0 ? 1.35f : 1;
        return at + new Vector3(x * out_ * radius, y * out_ * radius * sag, 0.45f * height * radius);
    }, (s, t) => new(t, s));
}
