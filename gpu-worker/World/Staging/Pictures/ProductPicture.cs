using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Pictures;

/// <summary>A merchant's picture, made ready to be put on a shape.</summary>
/// <param name="Texture">The product alone where an outline was found, cropped to it; the whole picture where not.</param>
/// <param name="Whole">The whole picture, background and all, at working size.</param>
/// <param name="Outlined">Whether <paramref name="Texture"/> is a product without background, and not a label that fills its picture.</param>
/// <param name="EdgeColour">Linear colour that prevails along the product's edge.</param>
internal sealed record ProductPicture(Texture Texture, Texture Whole, bool Outlined, Vector3 EdgeColour)
{
    /// <summary>Width over height.</summary>
    public double Aspect => (double)Texture.Width / Texture.Height;

    /// <summary>Part of the texture's rectangle that the product covers, 0 to 1.</summary>
    public double Coverage { get; } = Enumerable.Range(0, Texture.Width * Texture.Height)
        .Count(i => Texture.Rgba[(i * 4) + 3] >= 128) / (double)(Texture.Width * Texture.Height);
}
