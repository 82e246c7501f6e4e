using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>Finds places for captions in the safe zone that keep clear of the product and of the label.</summary>
internal sealed class CaptionPlaces(Timeline time, LabelSetter? label)
{
    private static readonly double[] _sizes = [1, 0.84, 0.7];

    /// <summary>Tries sizes and places in order of liking and takes the one with least against it.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="face">Its face.</param>
    /// <param name="em">Wanted size in pixels.</param>
    /// <param name="pad">Room beside the words for a coloured shape, in pixels.</param>
    public async Task<CaptionPlace> Choose(TimedCaption caption, Typeface face, double em, double pad)
    {
        var places = new List<CaptionPlace>();
        foreach (var size in _sizes)
            await AddPlaces(places, caption, face, em * size, pad * size, (1 - size) * 0.5).ConfigureAwait(false);
        return places.MinBy(place => place.Cost)!;
    }

    private async Task AddPlaces(List<CaptionPlace> places, TimedCaption caption, Typeface face, double em, double pad, double dislike)
    {
        var safe = time.Safe;
        var wide = safe.Width / safe.Height > 1.2;
        var title = caption.Caption.Role == CaptionRole.Title;
        var rim = pad * 0.6;
        var text = caption.Caption.Text;
        var middle = await TextBlock.Set(text, face, em, safe.Width * (wide ? 0.82 : 0.94) - 2 * pad, em * 1.3 * (title ? 3 : 2)).ConfigureAwait(false);
        var left = safe.CentreX - middle.Width / 2 - pad;
        Add(left, safe.Bottom - middle.Height - 2 * rim - (pad > 0 ? 0 : 0.25 * middle.Leading), middle, true, 0);
        Add(left, Below(new Rect(left, safe.Top, middle.Width + 2 * pad, middle.Height + 2 * rim), caption.From), middle, true, 0.05);
        if (!wide)
            return;
        var line = caption.Caption.Role == CaptionRole.Line;
        var column = await TextBlock.Set(text, face, em, safe.Width * (line ? 0.29 : 0.36) - 2 * pad, em * 1.3 * 4).ConfigureAwait(false);
        var top = line ? safe.Bottom - column.Height - 0.25 * column.Leading : safe.CentreY - column.Height / 2 - rim;
        Add(safe.Left, top, column, pad > 0, title ? -0.05 : line ? 0.08 : 0.01);
        Add(safe.Right - column.Width - 2 * pad, top, column, pad > 0, title ? 0.02 : line ? 0.09 : -0.02);

        void Add(double x, double y, TextBlock block, bool centred, double more)
        {
            var box = new Rect(x, y, block.Width + 2 * pad, block.Height + 2 * rim);
            var covered = Covered(caption, box);
            places.Add(new CaptionPlace(box, block, centred, covered, dislike + more + covered));
        }
    }

    /// <summary>The top of the safe zone, or under the label where the words would run into it.</summary>
    private double Below(Rect box, double from)
    {
        var air = 0.025 * time.Unit;
        return label?.BoxFrom(from) is { } taken && taken.Grow(air, 0).Overlap(box) > 0 ? taken.Bottom + air : box.Top;
    }

    /// <summary>The largest part of the words' box that product or label take while they are shown, 0 to 1.</summary>
    private double Covered(TimedCaption caption, Rect box)
    {
        var (w, h) = (time.Order.Format.Width, time.Order.Format.Height);
        var (start, air) = (time.At(caption.Shot.Start), 0.02 * time.Unit);
        var product = caption.Shot.Log.SubjectBoxes
            .Where(seen => seen.Time + start >= caption.From - 0.3 && seen.Time + start <= caption.To + 0.3)
            .Select(seen => new Rect(seen.Left * w, seen.Top * h, (seen.Right - seen.Left) * w, (seen.Bottom - seen.Top) * h).Grow(air, air).Overlap(box))
            .DefaultIfEmpty(0).Max();
        return (product + (label?.BoxFrom(caption.From).Overlap(box) ?? 0)) / box.Area;
    }
}
