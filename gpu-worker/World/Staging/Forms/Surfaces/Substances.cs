using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Surfaces that props bring with them, whatever the subject is made of.</summary>
internal static class Substances
{
    /// <summary>Thin clear window glass.</summary>
    public static Material Pane { get; } = new() { Colour = new(0.97f), Roughness = 0.03f, Transmission = 0.96f, ThinWalled = true };

    /// <summary>A window with a dark room behind.</summary>
    public static Material DarkPane { get; } = new() { Colour = new(0.05f, 0.065f, 0.08f), Roughness = 0.08f, ClearCoat = 1 };

    /// <summary>Brushed steel.</summary>
    public static Material Steel { get; } = new() { Colour = new(0.62f, 0.61f, 0.59f), Metallic = 1, Roughness = 0.3f };

    /// <summary>Polished chrome.</summary>
    public static Material Chrome { get; } = new() { Colour = new(0.82f), Metallic = 1, Roughness = 0.1f };

    /// <summary>Warm brass.</summary>
    public static Material Brass { get; } = new() { Colour = new(0.82f, 0.62f, 0.3f), Metallic = 1, Roughness = 0.24f };

    /// <summary>Black rubber.</summary>
    public static Material Rubber { get; } = new() { Colour = new(0.018f), Roughness = 0.75f };

    /// <summary>Black lacquer.</summary>
    public static Material Black { get; } = new() { Colour = new(0.015f), Roughness = 0.4f, ClearCoat = 0.3f };

    /// <summary>White satin lacquer.</summary>
    public static Material White { get; } = new() { Colour = new(0.78f, 0.77f, 0.75f), Roughness = 0.45f };

    /// <summary>Green stalks and grass.</summary>
    public static Material Stalk { get; } = new() { Colour = new(0.16f, 0.11f, 0.045f), Roughness = 0.8f };

    /// <summary>Living leaves.</summary>
    public static Material Foliage { get; } = new() { Colour = new(0.1f, 0.24f, 0.05f), Roughness = 0.55f, Translucency = 0.35f };

    /// <summary>Bark.</summary>
    public static Material Bark { get; } = new() { Colour = new(0.17f, 0.115f, 0.075f), Roughness = 0.9f };

    /// <summary>What shines.</summary>
    /// <param name="light">Linear light, 1 shows as white.</param>
    public static Material Glowing(Vector3 light) => new() { Colour = Vector3.Min(light, Vector3.One), Roughness = 0.6f, Emission = light };

    /// <summary>Wood with its grain along the longer side of what it covers.</summary>
    /// <param name="colour">Linear mean colour.</param>
    /// <param name="random">Chance, for the course of the grain.</param>
    public static Material Wood(Vector3 colour, Random random) =>
        new() { Colour = colour, Picture = Grain.Of(colour, random), Roughness = 0.45f, ClearCoat = 0.2f, ClearCoatRoughness = 0.2f };
}
