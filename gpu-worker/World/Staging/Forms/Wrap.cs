using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Puts a label round a mantle as often as it fits without being stretched; the middle of the first one is in front.</summary>
internal static class Wrap
{
    /// <summary>Draws the mantle.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="levels">Its outline.</param>
    /// <param name="picture">The label; null for none.</param>
    /// <param name="girth">Length round the mantle as a multiple of the label's height.</param>
    /// <param name="down">Place in the picture from the top, 0 to 1, of a level.</param>
    public static void Draw(MeshBuilder builder, IReadOnlyList<Level> levels, Texture? picture, double girth, Func<Level, float> down)
    {
        var aspect = picture is null ? girth : (double)picture.Width / picture.Height;
        var times = Math.Clamp((int)Math.Round(girth / aspect), 1, 8);
        var front = picture is not null && ShowsTwice(picture) ? MathF.PI / 2 / times : 0;
        for (var i = 0; i < times; i++)
        {
            float width = MathF.Tau / times, middle = front + (i * width);
            Loft.Sector(builder, levels, middle - (width / 2), middle + (width / 2), (angle, level) =>
                new(((angle - middle) / width) + 0.5f, down(level)));
        }
    }

    // Labels that go all round often have their motif on both sides: then one of the two comes to the front, and not the seam between.
    private static bool ShowsTwice(Texture picture)
    {
        long apart = 0, spread = 0;
        var half = picture.Width / 2;
        for (var y = 0; y < picture.Height; y += 3)
        {
            for (var x = 0; x < half; x += 3)
            {
                int left = ((y * picture.Width) + x) * 4, right = left + (half * 4), next = ((y * picture.Width) + ((x + (half / 2)) % half)) * 4;
                for (var c = 0; c < 3; c++)
                {
                    apart += Math.Abs(picture.Rgba[left + c] - picture.Rgba[right + c]);
                    spread += Math.Abs(picture.Rgba[left + c] - picture.Rgba[next + c]);
                }
            }
        }

        return apart < 0.35 * spread;
    }
}
