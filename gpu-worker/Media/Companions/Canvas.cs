using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Companions;

/// <summary>A sheet on which small pictures are laid out.</summary>
internal sealed class Canvas
{
    private readonly DecodedPicture _sheet;

    public Canvas(int width, int height, Ink ground)
    {
        _sheet = new DecodedPicture(width, height, new byte[width * height * 4]);
        for (var i = 0; i < width * height; i++)
            (_sheet.Rgba[4 * i], _sheet.Rgba[4 * i + 1], _sheet.Rgba[4 * i + 2], _sheet.Rgba[4 * i + 3]) = (ground.R, ground.G, ground.B, 255);
    }

    public DecodedPicture Picture => _sheet;

    /// <summary>Lays a picture down; its corners are rounded by so many pixels.</summary>
    public void Lay(DecodedPicture picture, int left, int top, int radius = 0)
    {
        var mask = radius == 0 ? null : RoundedMask.Of(picture.Width, picture.Height, radius).Rgba;
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var (from, to) = (4 * (y * picture.Width + x), 4 * ((top + y) * _sheet.Width + left + x));
                var cover = mask is null ? 255 : mask[from];
                for (var c = 0; c < 3; c++)
                    _sheet.Rgba[to + c] = (byte)((picture.Rgba[from + c] * cover + _sheet.Rgba[to + c] * (255 - cover) + 127) / 255);
            }
        }
    }
}
