using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>
/// Sets captions: chooses a place in the safe zone that keeps clear of the product, and an ink that reads on what is behind.
/// </summary>
internal sealed class CaptionSetter(Timeline time, AssScript script)
{
    private const double Contrast = 4.5;

    private sealed record Place(Rect Box, TextBlock Block, bool Centred, double Cost);

    public async Task Set(TimedCaption caption, CancellationToken cancellation)
    {
        if (caption.Caption.Role is CaptionRole.Price or CaptionRole.CallToAction)
        {
            await SetPill(caption).ConfigureAwait(false);
            return;
        }

        var title = caption.Caption.Role == CaptionRole.Title;
        var face = Typeface.For(caption.Caption.Text, time.Order.Storyboard.Language, title ? 700 : 600, title);
        var place = await Choose(caption, face, (title ? 0.092 : 0.054) * time.Unit, title, pad: 0).ConfigureAwait(false);
        var (w, h) = (time.Order.Format.Width, time.Order.Format.Height);
        var backdrop = await Backdrop.Read(caption.Shot.Clip, caption.Shot.Frames, cancellation).ConfigureAwait(false);
        var (low, high) = backdrop.Under(new Rect(place.Box.Left / w, place.Box.Top / h, place.Box.Width / w, place.Box.Height / h));
        var onDark = Ink.Contrast(Ink.White.Luminance, high);
        var onBright = Ink.Contrast(Ink.Dark.Luminance, low);
        var ink = onDark >= Contrast || onDark >= onBright ? Ink.White : Ink.Dark;
        if (Math.Max(onDark, onBright) < Contrast)
            Scrim(caption, place.Box, ink, ink == Ink.White ? high : low);
        var halo = ink == Ink.White ? new Ink(0, 0, 0) : Ink.White;
        var soft = title ? 0.014 * time.Unit : 0.009 * time.Unit;
        place.Block.Draw(script, place.Box, place.Centred, $"\\blur{Number(soft)}{AssTags.Colour(halo)}{AssTags.Opacity(0.38)}", 3, caption.From, caption.To, Rise);
        place.Block.Draw(script, place.Box, place.Centred, AssTags.Colour(ink), 4, caption.From, caption.To, Rise);
    }

    private double Rise => 0.022 * time.Unit;

    private async Task SetPill(TimedCaption caption)
    {
        var price = caption.Caption.Role == CaptionRole.Price;
        var face = Typeface.For(caption.Caption.Text, time.Order.Storyboard.Language, 700, price);
        var em = (price ? 0.072 : 0.05) * time.Unit;
        var place = await Choose(caption, face, em, false, pad: em * 0.75).ConfigureAwait(false);
        var accent = Ink.Parse(time.Order.Storyboard.Look.Accent);
        Pill.Draw(script, place.Block, place.Box, accent, price ? 0.28 : 0.5, caption.From, caption.To, Rise);
    }

    /// <summary>A soft cloud behind the words, as opaque as the contrast needs.</summary>
    private void Scrim(TimedCaption caption, Rect box, Ink ink, double behind)
    {
        var tone = ink == Ink.White ? new Ink(8, 8, 10) : new Ink(250, 249, 246);
        var grey = (byte)Math.Round(255 * Math.Pow(behind, 1 / 2.2));
        var opacity = 0.3;
        while (opacity < 0.9 && new Ink(grey, grey, grey).Towards(tone, opacity).Contrast(ink) < Contrast + 0.4)
            opacity += 0.05;
        var cloud = box.Grow(0.05 * time.Unit, 0.04 * time.Unit);
        script.Add(2, caption.From, caption.To, $$"""{\an7{{AssTags.Rising(cloud.Left, cloud.Top, 0, 0.3, 0.2)}}\blur{{Number(0.016 * time.Unit)}}{{AssTags.Colour(tone)}}{{AssTags.Opacity(opacity)}}}"""
            + AssTags.RoundedBox(cloud.Width, cloud.Height, 0.03 * time.Unit));
    }

    /// <summary>Tries the places for such words in order of liking and takes the one that covers least of the product.</summary>
    private async Task<Place> Choose(TimedCaption caption, Typeface face, double em, bool title, double pad)
    {
        var safe = time.Safe;
        var wide = safe.Width / safe.Height > 1.2;
        var places = new List<Place>();
        var lines = title ? 3 : 2;
        var middle = await TextBlock.Set(caption.Caption.Text, face, em, safe.Width * (wide ? 0.82 : 0.94) - 2 * pad, em * 1.3 * lines).ConfigureAwait(false);
        var below = LabelHeight;
        places.Add(At(safe.CentreX - middle.Width / 2, safe.Bottom - middle.Height - 0.01 * time.Unit - 2 * pad * 0.6, middle, true, 0));
        places.Add(At(safe.CentreX - middle.Width / 2, safe.Top + below, middle, true, 0.05));
        if (wide && title)
        {
            var column = await TextBlock.Set(caption.Caption.Text, face, em, safe.Width * 0.36, em * 1.3 * 4).ConfigureAwait(false);
            places.Insert(0, At(safe.Left, safe.CentreY - column.Height / 2, column, false, -0.05));
            places.Add(At(safe.Right - column.Width, safe.CentreY - column.Height / 2, column, false, 0.02));
        }

        return places.MinBy(place => place.Cost)!;

        Place At(double left, double top, TextBlock block, bool centred, double dislike)
        {
            var box = new Rect(left, top, block.Width, block.Height);
            if (pad > 0)
                box = new Rect(left - pad, top, block.Width + 2 * pad, block.Height + 1.2 * pad);
            return new Place(box, block, centred, dislike + Covered(caption, box));
        }
    }

    /// <summary>The largest part of the words' box that the product takes while they are shown, 0 to 1.</summary>
    private double Covered(TimedCaption caption, Rect box)
    {
        var (w, h) = (time.Order.Format.Width, time.Order.Format.Height);
        var start = time.At(caption.Shot.Start);
        return caption.Shot.Log.SubjectBoxes
            .Where(seen => seen.Time + start >= caption.From - 0.3 && seen.Time + start <= caption.To + 0.3)
            .Select(seen => new Rect(seen.Left * w, seen.Top * h, (seen.Right - seen.Left) * w, (seen.Bottom - seen.Top) * h))
            .Select(product => product.Overlap(box) / box.Area)
            .DefaultIfEmpty(0).Max();
    }

    private double LabelHeight => time.Order.Label.Length == 0 ? 0 : 0.12 * time.Unit;

    private static string Number(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
