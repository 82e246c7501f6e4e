using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>Sets captions, each role in a look and a movement of its own.</summary>
/// <param name="time">The cut.</param>
/// <param name="script">Where the words go.</param>
/// <param name="places">Where they may stand.</param>
/// <param name="grounds">What they need to be read.</param>
/// <param name="faces">What they are set in.</param>
/// <param name="warnings">Told of what stands in the way.</param>
internal sealed class CaptionSetter(Timeline time, AssScript script, Places places, Grounds grounds, Faces faces, List<string> warnings)
{
    private static readonly double[] _sizes = [1, 0.84, 0.7, 0.56];

    // How much poor line ends weigh in the choice of a place.
    private const double Poor = 0.3;

    // The part of words from which on they stand in front of the product.
    private const double InFront = 0.25;

    private Look Look => time.Order.Storyboard.Look;

    private double Unit => time.Unit;

    private double Rise => 0.026 * Unit;

    private bool Wide => time.Safe.Width / time.Safe.Height > 1.2;

    /// <summary>Whether a caption stands on the picture itself: the others have a ground of their own.</summary>
    public static bool NeedsBackdrop(TimedCaption caption) => caption.Caption.Role is CaptionRole.Line or CaptionRole.Title;

    /// <summary>Sets a caption; gives it with the time for which it is there.</summary>
    public async Task<TimedCaption> Set(TimedCaption caption)
    {
        var (text, role) = (caption.Caption.Text, caption.Caption.Role);
        var shown = role switch
        {
            CaptionRole.Title => SetLines(caption, await faces.For(text, 700, display: true).ConfigureAwait(false), 0.092 * Unit, 3),
            CaptionRole.Line => SetLines(caption, await faces.For(text, 600).ConfigureAwait(false), 0.054 * Unit, 2),
            CaptionRole.CallToAction => SetButton(caption, await faces.For(text, 600).ConfigureAwait(false)),
            CaptionRole.Price => await SetPanel(caption, 0.074 * Unit, 0.28, Pill.Colours(Ink.Parse(Look.Accent)), (em, width) => PriceWords.Set(faces, text, caption.Caption.Was, em, width)).ConfigureAwait(false),
            _ => await SetPanel(caption, 0.042 * Unit, 0.5, Panel(), (em, width) => Stars.Set(faces, caption.Caption.Stars ?? 5, text, em, width)).ConfigureAwait(false),
        };
        return caption with { From = shown.From, To = shown.To };
    }

    private (Ink Fill, Ink Ink) Panel() => Ink.Parse(Look.Primary) is var primary ? (primary.MadeFor(primary.Readable, 7), primary.Readable) : default;

    private (double From, double To) SetLines(TimedCaption caption, Face face, double em, int most)
    {
        var title = caption.Caption.Role == CaptionRole.Title;
        var head = title ? 0.05 * Unit : 0;
        var chosen = Choose(caption, (when, size) => Lines(when, face, em * size, most, head));
        var (box, block, align) = (chosen.Place.Box, chosen.Place.Words, chosen.Place.Align);
        var words = new Rect(box.Left, box.Bottom - block.Height, box.Width, block.Height);
        // On the product itself there are other words and edges, which contrast alone does not keep apart.
        var ground = grounds.Under(words, chosen.From, chosen.To, chosen.Covered > 0.1 ? 0.45 : 0);
        var motion = time.Stay(chosen.From, chosen.To) with { In = title ? 0.62 : 0.42, Rise = Rise, Ease = title ? Easing.OutQuint : Easing.OutCubic };
        grounds.Cloud(ground, words, motion with { In = 0.3 });
        block.Draw(script, words, align, Grounds.Shadow(ground, (title ? 0.014 : 0.009) * Unit), 3, motion.Later(title ? 0.12 : 0), 0.08);
        block.Draw(script, words, align, new Paint(ground.Ink), 4, motion, 0.08, uncovered: title);
        if (title)
            Rule(box, align, ground, motion);
        return (chosen.From, chosen.To);
    }

    /// <summary>A short rule in the accent colour over a title, which grows with it.</summary>
    private void Rule(Rect box, Align align, Grounds.Ground ground, Motion motion)
    {
        var accent = Ink.Parse(Look.Accent);
        var ink = accent.Contrast(ground.Behind) >= 2 ? accent : ground.Ink;
        var (width, height) = (0.1 * Unit, Math.Max(2, 0.0085 * Unit));
        script.Play(4, motion with { Rise = 0 }, pose =>
        {
            var grown = width * pose.Reach;
            var left = align switch { Align.Left => box.Left, Align.Right => box.Right - grown, _ => box.CentreX - grown / 2 };
            return grown < 1 ? "" : $"{{\\an7{AssTags.At(left, box.Top)}{new Paint(ink).Tags(pose)}}}" + AssTags.RoundedBox(grown, height, height / 2);
        });
    }

    private (double From, double To) SetButton(TimedCaption caption, Face face)
    {
        var chosen = Choose(caption, (_, size) => Places(Button.Set(caption.Caption.Text, face, 0.05 * size * Unit, Widest * 0.8), button => (button.Width, button.Height), (1 - size) * 0.5, centred: true));
        var motion = time.Stay(chosen.From, chosen.To) with { Rise = Rise, In = 0.45 };
        chosen.Place.Words.Draw(script, chosen.Place.Box.Left, chosen.Place.Box.Top, Ink.Parse(Look.Accent), motion);
        return (chosen.From, chosen.To);
    }

    private async Task<(double From, double To)> SetPanel(TimedCaption caption, double em, double roundness, (Ink Fill, Ink Ink) colours, Func<double, double, Task<WordGroup>> set)
    {
        var groups = new List<WordGroup>();
        foreach (var size in _sizes)
            groups.Add(await set(em * size, Widest - 1.5 * em * size).ConfigureAwait(false));
        double Pad(double size) => 0.75 * em * size;
        var chosen = Choose(caption, (_, size) => Places(groups[Array.IndexOf(_sizes, size)], group => (group.Width + 2 * Pad(size), group.Height + 1.5 * Pad(size)), (1 - size) * 0.5, centred: true));
        var (box, group) = (chosen.Place.Box, chosen.Place.Words);
        var motion = time.Stay(chosen.From, chosen.To) with { Zoom = 0.86, In = 0.42, Ease = Easing.OutBack };
        Pill.Draw(script, box, colours.Fill, roundness, motion);
        var accent = caption.Caption.Role == CaptionRole.Price ? colours.Ink : Ink.Parse(Look.Accent).StandingOut(colours.Fill, 3);
        group.Draw(new WordGroup.Spot(script, box.CentreX - group.Width / 2, box.CentreY - group.Height / 2, colours.Ink, accent, 7, motion.Later(0.1) with { Zoom = 1, Rise = 0.3 * Rise, Ease = Easing.OutCubic }));
        return (chosen.From, chosen.To);
    }

    private double Widest => time.Safe.Width * (Wide ? 0.6 : 0.94);

    private IReadOnlyList<Place<TextBlock>> Lines(TimedCaption caption, Face face, double em, int most, double head)
    {
        var text = caption.Caption.Text;
        var dislike = (1 - em / ((head > 0 ? 0.092 : 0.054) * Unit)) * 0.5;
        double Tall(int lines) => em * face.Leading * (lines - 0.2);
        var middle = TextBlock.Set(text, face, em, time.Safe.Width * (Wide ? 0.82 : 0.94), Tall(most));
        List<Place<TextBlock>> found = [.. Places(middle, block => (block.Width, block.Height + head), dislike + Poor * middle.Against, centred: true)];
        if (Wide)
        {
            var line = caption.Caption.Role == CaptionRole.Line;
            var column = TextBlock.Set(text, face, em, time.Safe.Width * (line ? 0.29 : 0.36), Tall(4));
            var (height, align) = (column.Height + head, column.RightToLeft ? Align.Right : Align.Left);
            var top = line ? time.Safe.Bottom - height - 0.25 * column.Leading : time.Safe.CentreY - height / 2;
            // On the side where reading begins, and in few lines.
            dislike += 0.06 * Math.Max(0, column.Lines.Count - 2) + Poor * column.Against;
            var (first, second) = head > 0 ? (-0.05, 0.02) : line ? (0.08, 0.09) : (0.01, -0.02);
            found.Add(Within(new Rect(time.Safe.Left, top, column.Width, height), align, column, dislike + (column.RightToLeft ? second : first)));
            found.Add(Within(new Rect(time.Safe.Right - column.Width, top, column.Width, height), align, column, dislike + (column.RightToLeft ? first : second)));
        }

        return found;

        Place<TextBlock> Within(Rect box, Align align, TextBlock block, double more) => new(places.Below(places.Above(box, caption.From, caption.To), caption.From, caption.To), align, block, more);
    }

    /// <summary>The places for something of one size: below, above, and in the corners.</summary>
    private List<Place<T>> Places<T>(T words, Func<T, (double Width, double Height)> sizeOf, double dislike, bool centred)
    {
        var ((width, height), safe) = (sizeOf(words), time.Safe);
        var align = centred ? Align.Centre : Align.Left;
        var left = safe.CentreX - width / 2;
        var low = safe.Bottom - height - 0.012 * Unit;
        List<Place<T>> found = [new(new Rect(left, low, width, height), align, words, dislike), new(new Rect(left, safe.Top, width, height), align, words, dislike + 0.05)];
        foreach (var side in new[] { safe.Left, safe.Right - width })
        {
            found.Add(new(new Rect(side, low, width, height), align, words, dislike + 0.12));
            found.Add(new(new Rect(side, safe.CentreY - height / 2, width, height), align, words, dislike + (Wide ? 0.03 : 0.2)));
            found.Add(new(new Rect(side, safe.Top, width, height), align, words, dislike + 0.16));
        }

        return found;
    }

    /// <summary>A place in the caption's own shot, or in one beside it where the product leaves none.</summary>
    private Chosen<T> Choose<T>(TimedCaption caption, Func<TimedCaption, double, IReadOnlyList<Place<T>>> placesAt)
    {
        var id = caption.Shot.Shot.Id;
        var chosen = Best(caption, placesAt);
        if (chosen.Covered > InFront)
        {
            var other = caption.Elsewhere.Select(when => (When: when, Chosen: Best(when, placesAt))).FirstOrDefault(found => found.Chosen.Covered <= Cuts.Places.Clear);
            warnings.Add(other.Chosen is null
                ? $"The caption of shot '{id}' stands in front of the product, which leaves no room: a wider framing would."
                : $"The caption of shot '{id}' is shown in shot '{other.When.Shot.Shot.Id}': in its own the product leaves no room.");
            chosen = other.Chosen ?? chosen;
        }

        places.Take(chosen.Place.Box, chosen.From, chosen.To);
        return chosen;
    }

    private Chosen<T> Best<T>(TimedCaption when, Func<TimedCaption, double, IReadOnlyList<Place<T>>> placesAt)
    {
        var all = _sizes.SelectMany(size => placesAt(when, size)).SelectMany(place => new[]
        {
            place,
            place with { Box = places.Below(place.Box, when.From, when.To), Dislike = place.Dislike + 0.01 },
            place with { Box = places.Above(place.Box, when.From, when.To), Dislike = place.Dislike + 0.01 },
        }).ToList();
        return places.Choose(all, when.From, when.To, ReadingTime.Enough(when.Caption.Text));
    }
}
