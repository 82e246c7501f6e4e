using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A round podium.</summary>
internal static class Plinth
{
    /// <summary>Draws it; its top is flat at <paramref name="height"/>.</summary>
    /// <param name="radius">In metres.</param>
    /// <param name="height">In metres.</param>
    /// <param name="steps">How many storeys, the lower the wider.</param>
    /// <param name="surface">Its surface.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float radius, float height, int steps, Material surface)
    {
        var builder = new MeshBuilder();
        for (var i = 0; i < steps; i++)
        {
            float r = radius * (1 + (0.28f * (steps - 1 - i))), low = height * i / steps, high = height * (i + 1) / steps;
            Loft.Plain(builder, Loft.Rounded([new(0, low), new(r, low), new(r, high), new(0, high)], Math.Min(0.025f * radius, 0.2f * height / steps)));
        }

        return [(builder.Build(), surface)];
    }
}
