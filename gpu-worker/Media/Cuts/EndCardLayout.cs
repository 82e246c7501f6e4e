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
    public const double Tint = 0.93;

    /// <summary>Ink of the words.</summary>
    public Ink Ink => Ground.Readable;

    public bool Wide => Column.Left > Tile.CentreX;

    /// <summary>Lays the card out beside the label and above the terms.</summary>
    public static EndCardLayout Of(Timeline time, LabelSetter? label, LegalSetter? legal)
    {
        var primary = Ink.Parse(time.Order.Storyboard.Look.Primary);
        var ground = primary.MadeFor(primary.Readable, 7);
        var safe = legal is null ? time.Safe : time.Safe with { Height = legal.Box.Top - 0.035 * time.Unit - time.Safe.Top };
        var gap = 0.06 * time.Unit;
        var product = Product(time);
        var taken = label?.BoxFrom(LabelSetter.LargeSeconds) ?? new Rect(safe.Left, safe.Top, 0, 0);
        Rect tile, column;
        if (time.Safe.Width / time.Safe.Height > 1.2)
        {
            var width = Math.Min(safe.Width * 0.46, safe.Height * 1.1);
            var top = taken.Bottom + (taken.Width > 0 ? 0.02 * time.Unit : 0);
            tile = new Rect(safe.Left, top, width, safe.Bottom - top);
            column = new Rect(tile.Right + gap, safe.Top, safe.Right - tile.Right - gap, safe.Height);
        }
        else
        {
            // As wide as the picture allows when the whole product is to be seen.
            var shape = Math.Clamp(time.Order.Format.Width / (product.Height * 1.15), 0.75, 1.35);
            var share = 0.44 - 0.035 * Rows(time.Order.Storyboard.EndCard!, time.Order.Offer);
            tile = Centred(safe, safe.Top, safe.Height * share, shape);
            if (tile.Overlap(taken.Grow(0.02 * time.Unit, 0)) > 0)
                tile = Centred(safe, taken.Bottom + 0.02 * time.Unit, safe.Height * share - taken.Height * 0.5, shape);
            column = new Rect(safe.Left, tile.Bottom + gap * 0.7, safe.Width, safe.Bottom - tile.Bottom - gap * 0.7);
        }

        tile = Even(tile);
        return new EndCardLayout(ground, tile, Crop(time, product, tile.Width / tile.Height), column);
    }

    /// <summary>The rows of words beyond a title and an invitation: they take from the tile.</summary>
    private static int Rows(EndCard card, string? offer) => new[] { card.Brand, card.Price, card.Rating?.Text, offer }.Count(words => !string.IsNullOrWhiteSpace(words));

    private static Rect Centred(Rect safe, double top, double height, double shape)
    {
        var width = Math.Min(safe.Width, height * shape);
        return new Rect(safe.CentreX - width / 2, top, width, height);
    }

    /// <summary>Where the product is during the card, in pixels; the middle of the frame when the log does not say.</summary>
    private static Rect Product(Timeline time)
    {
        var (w, h) = (time.Order.Format.Width, time.Order.Format.Height);
        var last = time.Shots[^1];
        var from = time.At(time.CardStart - last.Start);
        var boxes = last.Log.SubjectBoxes.Where(box => box.Time >= from - 0.2).ToList();
        var seen = boxes.Count == 0
            ? new ScreenBox(0, 0.3, 0.2, 0.7, 0.8)
            : new ScreenBox(0, boxes.Min(b => b.Left), boxes.Min(b => b.Top), boxes.Max(b => b.Right), boxes.Max(b => b.Bottom));
        return new Rect(seen.Left * w, seen.Top * h, (seen.Right - seen.Left) * w, (seen.Bottom - seen.Top) * h);
    }

    /// <summary>The part of the picture in the shape of the tile that shows the product with some air round it.</summary>
    private static Rect Crop(Timeline time, Rect product, double shape)
    {
        double w = time.Order.Format.Width, h = time.Order.Format.Height;
        var height = Math.Max(product.Height, product.Width / shape) * 1.3;
        height = Math.Min(Math.Max(height, 0.55 * h), Math.Min(h, w / shape));
        var width = height * shape;
        return Even(new Rect(Math.Clamp(product.CentreX - width / 2, 0, Math.Max(0, w - width)), Math.Clamp(product.CentreY - height / 2, 0, Math.Max(0, h - height)), width, height));
    }

    private static Rect Even(Rect box) =>
        new(Math.Floor(box.Left / 2) * 2, Math.Floor(box.Top / 2) * 2, Math.Floor(box.Width / 2) * 2, Math.Floor(box.Height / 2) * 2);
}
