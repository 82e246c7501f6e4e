using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures.Mattes;

namespace SoraFunctions.World.Staging.Pictures;

/// <summary>
/// Frees a product from the background of its photo: plain, in one colour or changing smoothly, slightly textured or grainy. Shadows go
/// with it. Holes in the product stay filled: a hole can't be told from a white label.
/// </summary>
internal static class Background
{
    private const int SmallSide = 360;
    private const double LeastPart = 0.01;
    private const double MostPart = 0.97;

    /// <summary>The picture with its background made transparent; null when its border is not plain, or nothing stands before it.</summary>
    public static Texture? Remove(Texture picture)
    {
        var small = Raster.Of(Rescale.Within(picture, SmallSide));
        if (PlainGround.Of(small) is not { } ground)
        {
            return null;
        }

        var inside = Segmentation.Of(small, ground);
        var part = inside.Count(value => value) / (double)inside.Length;
        return part is > LeastPart and < MostPart ? AlphaMatte.Apply(picture, inside, small.Width, small.Height) : null;
    }
}
