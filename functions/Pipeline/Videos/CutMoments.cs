using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>When to look at a cut: at each shot in its middle, at a long one every three seconds, and at the end card.</summary>
internal static class CutMoments
{
    private const double Apart = 3;
    private const double BeforeTheEnd = 0.25;

    /// <summary>Seconds from the first frame, in order.</summary>
    /// <param name="board">What was cut.</param>
    public static IReadOnlyList<double> Of(Storyboard board)
    {
        var (moments, start) = (new List<double>(), 0.0);
        foreach (var seconds in board.Shots.Select(shot => (double)shot.Seconds))
        {
            var looks = 1 + (int)(seconds / Apart);
            for (var look = 0; look < looks; look++)
            {
                moments.Add(Math.Round(start + (look + 0.5) * seconds / looks, 2));
            }

            start += seconds;
        }

        moments.Add(Math.Round(Math.Max(0, start - BeforeTheEnd), 2));
        return [.. moments.Take(AnalysisOrder.MostMoments)];
    }
}
