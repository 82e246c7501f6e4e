using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>Chooses places for words: clear of the product and of other words, and at another moment where that is what it takes.</summary>
internal sealed class Places(Timeline time)
{
    /// <summary>How much of the product's own box may be touched: its corners are mostly empty.</summary>
    public const double Clear = 0.08;

    private const double Step = 0.1;
    private readonly List<(Rect Box, double From, double To)> _taken = [];

    /// <summary>Keeps others away from a place for a time.</summary>
    public void Take(Rect box, double from, double to) => _taken.Add((box, from, to));

    /// <summary>The best of some places for a time, or for the part of it in which the product leaves one free.</summary>
    /// <param name="places">All that could be.</param>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    /// <param name="needed">Seconds that it takes to read the words.</param>
    public Chosen<T> Choose<T>(IReadOnlyList<Place<T>> places, double from, double to, double needed)
    {
        List<Place<T>> inside = [.. places.Where(place => place.Box.Area - time.Safe.Grow(1, 1).Overlap(place.Box) < 0.01 * place.Box.Area)];
        places = inside.Count > 0 ? inside : places;
        var best = places.Select(place => (Place: place, Covered: Covered(place.Box, from, to), Cost: place.Dislike + Cost(place.Box, from, to))).MinBy(found => found.Cost);
        if (best.Covered <= Clear)
            return new Chosen<T>(best.Place, from, to, best.Covered);
        var later = places.Select(place => (Place: place, Window: Free(place.Box, from, to)))
            .Where(found => found.Window.To - found.Window.From >= needed)
            .OrderBy(found => found.Place.Dislike).FirstOrDefault();
        return later.Place is null
            ? new Chosen<T>(best.Place, from, to, best.Covered)
            : new Chosen<T>(later.Place, later.Window.From, later.Window.To, 0);
    }

    /// <summary>The largest part of a box that the product takes in a time, 0 to 1.</summary>
    public double Covered(Rect box, double from, double to) => Products(from, to).Select(product => product.Overlap(box) / box.Area).DefaultIfEmpty(0).Max();

    /// <summary>A box moved down to below whatever is taken where it stands.</summary>
    public Rect Below(Rect box, double from, double to)
    {
        var air = 0.04 * time.Unit;
        foreach (var taken in _taken.Where(taken => taken.From < to && taken.To > from).OrderBy(taken => taken.Box.Top))
        {
            if (taken.Box.Grow(air, air).Overlap(box) > 0)
                box = box with { Top = taken.Box.Bottom + air };
        }

        return box;
    }

    /// <summary>A box moved up to above whatever is taken where it stands.</summary>
    public Rect Above(Rect box, double from, double to)
    {
        var air = 0.03 * time.Unit;
        foreach (var taken in _taken.Where(taken => taken.From < to && taken.To > from).OrderByDescending(taken => taken.Box.Bottom))
        {
            if (taken.Box.Grow(air, air).Overlap(box) > 0)
                box = box with { Top = taken.Box.Top - air - box.Height };
        }

        return box;
    }

    private double Cost(Rect box, double from, double to)
    {
        var frame = time.Order.Format.Width * (double)time.Order.Format.Height;
        var product = Products(from, to).Select(seen => seen.Overlap(box)).DefaultIfEmpty(0).Max();
        var outside = box.Area - time.Safe.Grow(1, 1).Overlap(box);
        return product / box.Area + 3 * product / frame + (Others(box, from, to) + 4 * outside) / box.Area * 4;
    }

    private double Others(Rect box, double from, double to) =>
        _taken.Where(taken => taken.From < to && taken.To > from).Sum(taken => taken.Box.Grow(0.015 * time.Unit, 0.015 * time.Unit).Overlap(box));

    /// <summary>The longest time in which nothing stands in a place.</summary>
    private (double From, double To) Free(Rect box, double from, double to)
    {
        var (longest, since) = ((From: from, To: from), from);
        for (var at = from; at < to + Step; at += Step)
        {
            var (start, end) = (at, Math.Min(to, at + Step));
            var free = at < to && Covered(box, start, end) <= Clear && Others(box, start, end) <= 0;
            if (free)
                continue;
            if (Math.Min(at, to) - since > longest.To - longest.From)
                longest = (since, Math.Min(at, to));
            since = at + Step;
        }

        return longest;
    }

    /// <summary>Where the product is seen in a time, with a little air round it, in pixels.</summary>
    private IEnumerable<Rect> Products(double from, double to)
    {
        var (w, h, air) = (time.Order.Format.Width, time.Order.Format.Height, 0.02 * time.Unit);
        return time.Shots.Where(shot => time.At(shot.Start) < to && time.At(shot.End) > from).SelectMany(shot =>
            shot.Log.SubjectBoxes
                .Where(seen => seen.Time + time.At(shot.Start) >= from - 0.3 && seen.Time + time.At(shot.Start) <= to + 0.3 && seen.Time <= time.At(shot.Frames))
                .Select(seen => new Rect(seen.Left * w, seen.Top * h, (seen.Right - seen.Left) * w, (seen.Bottom - seen.Top) * h).Grow(air, air)));
    }
}
