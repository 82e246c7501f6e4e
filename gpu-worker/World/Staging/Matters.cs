using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Staging;

/// <summary>What a matter weighs, how it behaves in contact, and how it answers light.</summary>
/// <param name="Density">kg/m3 of a thing made of it as shops sell it: bottles are not solid glass.</param>
/// <param name="Surface">In contact.</param>
/// <param name="Roughness">Perceptual roughness.</param>
/// <param name="Metallic">0 or 1.</param>
/// <param name="ClearCoat">Varnish, 0 to 1.</param>
/// <param name="Transmission">Part of the light that goes through.</param>
/// <param name="RefractiveIndex">Of what transmits.</param>
/// <param name="Colour">sRGB where nobody says.</param>
internal sealed record Matters(
    double Density,
    Surface Surface,
    float Roughness,
    float Metallic,
    float ClearCoat,
    float Transmission,
    float RefractiveIndex,
    string Colour)
{
    /// <summary>The sheet of a matter: handbook values of density and friction, rounded; drop tests on stone for restitution.</summary>
    public static Matters Of(Matter matter) => matter switch
    {
        Matter.Glass => new(1500, new(0.4, 0.45, 1, 0.002), 0.05f, 0, 1, 0.92f, 1.5f, "#dfe9e6"),
        Matter.Metal => new(2400, new(0.35, 0.5, 1, 0.002), 0.22f, 1, 0, 0, 1.5f, "#d9c9a3"),
        Matter.Wood => new(650, new(0.45, 0.42, 3, 0.006), 0.45f, 0, 0.25f, 0, 1.5f, "#a9733f"),
        Matter.Cardboard => new(350, new(0.45, 0.18, 30, 0.02), 0.55f, 0, 0.15f, 0, 1.5f, "#cfae83"),
        Matter.Ceramic => new(1600, new(0.4, 0.4, 1, 0.003), 0.2f, 0, 0.9f, 0, 1.5f, "#eeeae2"),
        Matter.Rubber => new(1100, new(0.8, 0.8, 200, 0.004), 0.7f, 0, 0, 0, 1.5f, "#c8402f"),
        Matter.Stone => new(2600, new(0.6, 0.3, 1, 0.01), 0.75f, 0, 0, 0, 1.5f, "#8d8a86"),
        Matter.Fabric => new(400, new(0.6, 0.1, 100, 0.03), 0.95f, 0, 0, 0, 1.5f, "#b9a38f"),
        Matter.Organic => new(700, new(0.5, 0.2, 60, 0.02), 0.5f, 0, 0.1f, 0, 1.5f, "#e0798c"),
        Matter.Ice => new(917, new(0.06, 0.3, 2, 0.002), 0.1f, 0, 0.6f, 0.85f, 1.31f, "#e6f3f8"),
        _ => new(950, new(0.35, 0.5, 10, 0.004), 0.3f, 0, 0.5f, 0, 1.5f, "#d8d4ce"),
    };
}
