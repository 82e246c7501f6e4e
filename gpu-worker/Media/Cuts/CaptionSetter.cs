using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>Sets captions in an ink that reads on what is behind.</summary>
/// <param name="time">The cut.</param>
/// <param name="script">Where the words go.</param>
/// <param name="places">Where they may stand.</param>
/// <param name="backdrops">What is behind, by the path of the clip; those of captions that <see cref="NeedsBackdrop"/> suffice.</param>
internal sealed class CaptionSetter(Timeline time, AssScript script, CaptionPlaces places, IReadOnlyDictionary<string, Backdrop> backdrops)
{
    private const double Contrast = 4.5;

    /// <summary>Whether a caption stands on the picture itself: a price or call to action has its own ground.</summary>
    public static bool NeedsBackdrop(TimedCaption caption) => caption.Caption.Role is not (CaptionRole.Price or CaptionRole.CallToAction);

    public async Task Set(TimedCaption caption)
    {
        if (!NeedsBackdrop(caption))
        {
            await SetPill(caption).ConfigureAwait(false);
            return;
        }

        var title = caption.Caption.Role == CaptionRole.Title;
        var face = Typeface.For(caption.Caption.Text, time.Order.Storyboard.Language, title ? 700 : 600, title);
        var place = await places.Choose(caption, face, (title ? 0.092 : 0.054) * time.Unit, pad: 0).ConfigureAwait(false);
        var (w, h) = (time.Order.Format.Width, time.Order.Format.Height);
        var (low, high) = backdrops[caption.Shot.Clip].Under(new Rect(place.Box.Left / w, place.Box.Top / h, place.Box.Width / w, place.Box.Height / h));
        var onDark = Ink.Contrast(Ink.White.Luminance, high);
        var onBright = Ink.Contrast(Ink.Dark.Luminance, low);
        var ink = onDark >= Contrast || onDark >= onBright ? Ink.White : Ink.Dark;
        // On the product itself there are other words and edges, which contrast alone does not keep apart.
        if (Math.Max(onDark, onBright) < Contrast || place.Covered > 0.1)
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
        var place = await places.Choose(caption, face, em, pad: em * 0.75).ConfigureAwait(false);
        var accent = Ink.Parse(time.Order.Storyboard.Look.Accent);
        Pill.Draw(script, place.Block, place.Box, accent, price ? 0.28 : 0.5, caption.From, caption.To, Rise);
    }

    /// <summary>A soft cloud behind the words, as opaque as the contrast needs.</summary>
    private void Scrim(TimedCaption caption, Rect box, Ink ink, double behind)
    {
        var tone = ink == Ink.White ? new Ink(8, 8, 10) : new Ink(250, 249, 246);
        var grey = (byte)Math.Round(255 * Math.Pow(behind, 1 / 2.2));
        var opacity = 0.45;
        while (opacity < 0.9 && new Ink(grey, grey, grey).Towards(tone, opacity).Contrast(ink) < Contrast + 0.4)
            opacity += 0.05;
        var cloud = box.Grow(0.05 * time.Unit, 0.04 * time.Unit);
        script.Add(2, caption.From, caption.To, $$"""{\an7{{AssTags.Rising(cloud.Left, cloud.Top, 0, 0.3, 0.2)}}\blur{{Number(0.03 * time.Unit)}}{{AssTags.Colour(tone)}}{{AssTags.Opacity(opacity)}}}"""
            + AssTags.RoundedBox(cloud.Width, cloud.Height, cloud.Height * 0.45));
    }

    private static string Number(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
