using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Pictures.Mattes;

/// <summary>Colours of a picture as numbers of 0 to 1 (sRGB, not linear), rows from the top.</summary>
internal sealed record Raster(int Width, int Height, Vector3[] Colours)
{
    /// <summary>The colours of a picture; its alpha does not count.</summary>
    public static Raster Of(Texture picture)
    {
        var colours = new Vector3[picture.Width * picture.Height];
        for (var i = 0; i < colours.Length; i++)
        {
            colours[i] = new Vector3(picture.Rgba[4 * i], picture.Rgba[(4 * i) + 1], picture.Rgba[(4 * i) + 2]) / 255;
        }

        return new(picture.Width, picture.Height, colours);
    }
}
