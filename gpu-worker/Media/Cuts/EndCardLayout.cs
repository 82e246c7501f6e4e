using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>
/// Where things stand on an end card: a tile with the product still in motion beside (wide) or above (tall) a column of words, on
/// a blurred ground tinted with the primary colour.
/// </summary>
/// <param name="Ground">Colour of the tint.</param>
/// <param name="Tile">The tile on the frame, whole even pixels.</param>
/// <param name="Source">The part of the picture that the tile shows, whole even pixels.</param>
/// <param name="Column">Where the words stand.</param>
internal sealed record EndCardLayout(Ink Ground, Rect Tile, Rect Source, Rect Column)
{
    /// <summary>How much of the picture behind the tint covers.</summary>
    public const double Tint = 0.9;

    /// <summary>Ink of the words.</summary>
    public Ink Ink => Ground.Readable;

    public bool Wide => Column.Left > Tile.CentreX;

    public static EndCardLayout Of(Timeline time)
    {
        var primary = Ink.Parse(time.Order.Storyboard.Look.Primary);
        var ground = primary.MadeFor(primary.Readable, 7);
        var safe = time.Safe;
        var gap = 0.06 * time.Unit;
        var labelHeight = time.Order.Label.Length == 0 ? 0 : 0.065 * time.Unit;
        Rect tile, column;
        if (safe.Width / safe.Height > 1.2)
        {
            var width = Math.Min(safe.Width * 0.46, safe.Height * 1.1);
            tile = new Rect(safe.Left, safe.Top + labelHeight, width, safe.Height - labelHeight);
            column = new Rect(tile.Right + gap, safe.Top, safe.Right - tile.Right - gap, safe.Height);
        }
        else
        {
            var height = (safe.Height - labelHeight) * 0.44;
            var width = Math.Min(safe.Width, height * 1.35);
            tile = new Rect(safe.CentreX - width / 2, safe.Top + labelHeight, width, height);
            column = new Rect(safe.Left, tile.Bottom + gap * 0.7, safe.Width, safe.Bottom - tile.Bottom - gap * 0.7);
        }

        tile = Even(tile);
        return new EndCardLayout(ground, tile, Crop(time, tile.Width / tile.Height), column);
    }

    /// <summary>The largest useful part of the picture in the shape of the tile, centred on the product.</summary>
    private static Rect Crop(Timeline time, double shape)
    {
        double w = time.Order.Format.Width, h = time.Order.Format.Height;
        var last = time.Shots[^1];
        var from = time.At(time.CardStart - last.Start);
        var boxes = last.Log.SubjectBoxes.Where(box => box.Time >= from - 0.2).ToList();
        var product = boxes.Count == 0
            ? new ScreenBox(0, 0.3, 0.2, 0.7, 0.8)
            : new ScreenBox(0, boxes.Min(b => b.Left), boxes.Min(b => b.Top), boxes.Max(b => b.Right), boxes.Max(b => b.Bottom));
        var height = Math.Max((product.Bottom - product.Top) * h * 1.3, (product.Right - product.Left) * w * 1.3 / shape);
        height = Math.Min(Math.Max(height, 0.55 * h), Math.Min(h, w / shape));
        var width = height * shape;
        var left = Math.Clamp((product.Left + product.Right) / 2 * w - width / 2, 0, w - width);
        var top = Math.Clamp((product.Top + product.Bottom) / 2 * h - height / 2, 0, h - height);
        return Even(new Rect(left, top, width, height));
    }

    private static Rect Even(Rect box) =>
        new(Math.Floor(box.Left / 2) * 2, Math.Floor(box.Top / 2) * 2, Math.Floor(box.Width / 2) * 2, Math.Floor(box.Height / 2) * 2);
}
