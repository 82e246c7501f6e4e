namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>
/// Shares a length out among shots. Shares are counted in tenths of a second, which are three frames and exact as decimal
/// fractions; the last shot takes what is left, so the sum is exact whatever the length.
/// </summary>
internal static class ShotLengths
{
    /// <summary>Shortest share in tenths.</summary>
    private const int Shortest = 5;

    /// <summary>Longest share in tenths.</summary>
    private const int Longest = 600;

    /// <summary>Seconds of a shot in a long video.</summary>
    private const int Usual = 5;

    /// <summary>Least seconds of a shot where a brief tells of many.</summary>
    private const decimal LeastTold = 1.5m;

    /// <summary>The most shots that fit: a few short ones, or as many as are told.</summary>
    /// <param name="seconds">The whole.</param>
    /// <param name="shortest">Seconds of the shortest shot where there are few.</param>
    public static int Most(decimal seconds, decimal shortest) =>
        (int)Math.Clamp(Math.Max(Math.Min(6, Math.Floor(seconds / shortest)), Math.Floor(seconds / LeastTold)), 1, StoryboardRules.MostShots);

    /// <summary>The nearest length that is a whole number of frames.</summary>
    public static decimal Whole(decimal seconds) =>
        StoryboardRules.IsWholeFrames(seconds) ? seconds : Math.Round(seconds * 10, MidpointRounding.AwayFromZero) / 10;

    /// <summary>Shares by weight; their sum is <paramref name="seconds"/>.</summary>
    /// <param name="seconds">The whole, at least half a second and at most a minute for each shot.</param>
    /// <param name="weights">One for each shot, greater than zero.</param>
    public static IReadOnlyList<decimal> Split(decimal seconds, IReadOnlyList<double> weights)
    {
        var tenths = (int)Math.Floor(seconds * 10);
        var shares = weights.Select(weight => (int)Math.Clamp(Math.Round(tenths * weight / weights.Sum()), Shortest, Longest)).ToArray();
        for (var rest = tenths - shares.Sum(); rest != 0; rest -= Math.Sign(rest))
        {
            // The share that is furthest from its due gives or takes a tenth.
            var step = Math.Sign(rest);
            var due = Enumerable.Range(0, shares.Length)
                .Where(i => shares[i] + step is >= Shortest and <= Longest)
                .MaxBy(i => step * ((tenths * weights[i] / weights.Sum()) - shares[i]));
            shares[due] += step;
        }

        var lengths = shares.Select(share => share / 10m).ToArray();
        lengths[^1] = seconds - lengths[..^1].Sum();
        return lengths;
    }

    /// <summary>How many shots suit a length.</summary>
    /// <param name="seconds">The whole.</param>
    /// <param name="ad">Whether it is an advertisement, which is cut faster.</param>
    /// <param name="more">Shots more or fewer for mood and pace.</param>
    public static int Count(decimal seconds, bool ad, int more)
    {
        var (usual, most) = seconds switch
        {
            < 2.5m => (1, 1),
            <= 4 => (ad ? 2 : 1, 2),
            <= 8 => (ad ? 3 : 2, 3),
            <= 13 => (ad ? 4 : 3, 4),
            <= 25 => (5, 5),
            <= 32 => (6, 6),
            _ => (Math.Min(StoryboardRules.MostShots, (int)Math.Round(seconds / Usual)), StoryboardRules.MostShots),
        };
        var fewest = seconds > 32 ? usual - 2 : seconds > 13 ? most : seconds > 8 ? most - 1 : 1;
        return Math.Clamp(usual + more, fewest, most);
    }
}
