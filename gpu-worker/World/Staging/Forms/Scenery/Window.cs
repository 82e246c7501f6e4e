using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A window: frame, glazing bars, sill and panes of real glass.</summary>
internal static class Window
{
    /// <summary>Draws it; the sill reaches forward.</summary>
    /// <param name="width">Of the frame in metres.</param>
    /// <param name="height">Of the frame in metres.</param>
    /// <param name="across">Panes side by side.</param>
    /// <param name="up">Panes above each other.</param>
    /// <param name="frame">Surface of the frame.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float width, float height, int across, int up, Material frame)
    {
        float bar = 0.06f * Math.Min(width, height), deep = 1.1f * bar, edge = 0.12f * bar;
        var wood = new MeshBuilder();
        Beam.Draw(wood, new(0, 0.3f * bar, 0.9f * bar), new(width + (2 * bar), 0.6f * bar, 3.2f * bar), edge, steps: 2);
        Beam.Draw(wood, new(0, height - (bar / 2), 0), new(width, bar, deep), edge, steps: 2);
        Beam.Draw(wood, new(0, 1.1f * bar, 0), new(width, bar, deep), edge, steps: 2);
        foreach (var side in new[] { -1, 1 })
        {
            Beam.Draw(wood, new(side * (width - bar) / 2, height / 2, 0.02f * bar), new(bar, height, deep), edge, steps: 2);
        }

        float inner = width - (2 * bar), low = 1.6f * bar, rise = height - bar - low, thin = 0.42f * bar;
        for (var i = 1; i < across; i++)
        {
            Beam.Draw(wood, new((((float)i / across) - 0.5f) * inner, low + (rise / 2), 0), new(thin, rise, 0.6f * deep), 0.3f * thin);
        }

        for (var i = 1; i < up; i++)
        {
            Beam.Draw(wood, new(0, low + (rise * i / up), 0.01f * bar), new(inner, thin, 0.6f * deep), 0.3f * thin);
        }

        var glass = new MeshBuilder();
        Beam.Draw(glass, new(0, low + (rise / 2), 0), new(inner, rise, 0.1f * bar), 0.02f * bar);
        return [(wood.Build(), frame), (glass.Build(), Substances.Pane)];
    }
}
