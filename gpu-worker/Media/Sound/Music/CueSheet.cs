using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>What a score is written to: the moments of the picture that the music answers. All in seconds from the first frame.</summary>
/// <param name="Seconds">Length of the video.</param>
/// <param name="Cuts">When shots begin, the first one left out; in order.</param>
/// <param name="Reveal">The cut that all leads up to; null for none.</param>
/// <param name="End">Where the last chord should fall; null where it fits best.</param>
/// <param name="Card">When the end card appears; null for none.</param>
internal sealed record CueSheet(double Seconds, IReadOnlyList<double> Cuts, double? Reveal = null, double? End = null, double? Card = null)
{
    /// <summary>Seconds by which two moments are heard as one.</summary>
    private const double Together = 1.2;

    /// <summary>Longest that a last chord may ring, in seconds.</summary>
    private const double LongestRing = 3.8;

    /// <summary>The moments that beats should meet, in order.</summary>
    public IReadOnlyList<double> Hits { get; } =
        [.. Cuts.Concat(End is { } end ? [end] : []).Where(time => time > 0.25 && time <= Seconds - 0.9).Distinct().Order()];

    /// <summary>
    /// The moments of a cut. The last chord falls on the end card, or on a cut just before it. The last shot before that is where the
    /// product stands for itself: the reveal.
    /// </summary>
    public static CueSheet Of(Timeline time) => Of(time.Seconds, [.. time.Shots.Skip(1).Select(shot => time.At(shot.Start))], time.HasCard ? time.At(time.CardStart) : null);

    /// <summary>The moments of a cut.</summary>
    /// <param name="seconds">Length of the video.</param>
    /// <param name="cuts">When shots begin, the first one left out; in order.</param>
    /// <param name="card">When the end card appears; null for none.</param>
    public static CueSheet Of(double seconds, IReadOnlyList<double> cuts, double? card)
    {
        var near = cuts.Where(cut => card - cut is >= 0 and < Together && seconds - cut <= LongestRing).Select(cut => (double?)cut).LastOrDefault();
        var end = near ?? (seconds - card <= LongestRing ? card : null);
        var reveal = cuts.Where(cut => cut < (end ?? seconds - LongestRing / 2) - 0.5).Select(cut => (double?)cut).LastOrDefault();
        return new CueSheet(seconds, cuts, reveal, end, card);
    }
}
