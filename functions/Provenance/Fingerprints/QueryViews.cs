namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>Guesses how a known video may lie in a film's picture.</summary>
internal static class QueryViews
{
    /// <summary>
    /// How much of the picture the known video's inner part may fill, from 80 % of one that is whole to all of one that lost a tenth at each
    /// side. The index is held against every other; those between are looked at closely.
    /// </summary>
    private static readonly double[] _parts = [0.8, 0.842, 0.889, 0.942, 1];

    /// <summary>Where words are laid over pictures: above, in the middle and below.</summary>
    private static readonly (double From, double To)[] _covered = [(0, 0.35), (0.18, 0.6), (0.4, 0.82), (0.65, 1)];

    /// <summary>Shapes that films are put in frames of other shapes in, width to height.</summary>
    private static readonly double[] _shapes = [16 / 9.0, 1, 4 / 5.0, 9 / 16.0];

    private const int MostRectangles = 3;

    /// <summary>All guesses for a film.</summary>
    public static IReadOnlyList<QueryView> Of(IReadOnlyList<SmallFrame> frames)
    {
        if (frames.Count == 0)
            return [];
        var inner = Areas(frames).ToList();
        return
        [
            .. from mirrored in new[] { false, true }
               from view in Whole(frames, mirrored).Concat(inner.Select(area => new QueryView(frames, area.Inner(CosineSigns.Part), mirrored)))
               select view,
        ];
    }

    private static IEnumerable<QueryView> Whole(IReadOnlyList<SmallFrame> frames, bool mirrored)
    {
        var whole = _parts.Select((part, i) => new QueryView(frames, PictureArea.Whole.Inner(part), mirrored) { IsSeeded = i % 2 == 0, IsPlain = !mirrored });
        return whole.Concat(_covered.Select(rows => new QueryView(frames, PictureArea.Whole.Inner(CosineSigns.Part), mirrored) { Covered = rows }));
    }

    /// <summary>Where in the picture a whole video may lie.</summary>
    private static IEnumerable<PictureArea> Areas(IReadOnlyList<SmallFrame> frames)
    {
        var content = ContentArea.Of(frames);
        var shape = frames[0].Width / (double)frames[0].Height;
        IEnumerable<PictureArea> all =
        [
            .. content == PictureArea.Whole ? Array.Empty<PictureArea>() : [content, content.Inner(0.9 / 0.8), content.Inner(1 / 0.8)],
            .. PictureInPicture.In(frames, MostRectangles),
            .. _shapes.Where(other => Math.Abs(Math.Log(other / shape)) > 0.1).Select(other => other > shape
                ? new PictureArea(0, (1 - shape / other) / 2, 1, (1 + shape / other) / 2)
                : new PictureArea((1 - other / shape) / 2, 0, (1 + other / shape) / 2, 1)),
        ];
        var chosen = new List<PictureArea> { PictureArea.Whole };
        foreach (var area in all.Where(area => chosen.TrueForAll(other => !area.IsNear(other))))
            chosen.Add(area);
        return chosen.Skip(1);
    }
}
