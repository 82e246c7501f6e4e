namespace SoraFunctions.Commerce.Attribution;

/// <summary>How orders are ascribed to videos.</summary>
/// <param name="Window">How long before the payment a video may have been met, to count.</param>
/// <param name="Touch">Which of several.</param>
public sealed record AttributionRules(TimeSpan Window, Touch Touch)
{
    /// <summary>Thirty days, last touch: what shops and ad platforms use unless told otherwise.</summary>
    public AttributionRules()
        : this(TimeSpan.FromDays(30), Touch.Last)
    {
    }

    /// <summary>The evidence that decides; null when there is none in time.</summary>
    /// <param name="evidence">All evidence of an order, in any order.</param>
    /// <param name="paid">When it was paid.</param>
    public Evidence? Decide(IEnumerable<Evidence> evidence, DateTimeOffset paid)
    {
        var timely = evidence.Where(one => one.At is not { } at || (at <= paid && paid - at <= Window)).ToList();
        if (timely.Count == 0)
        {
            return null;
        }

        var hardest = timely.Min(one => one.Kind);
        // What has no time came with the order itself. Names decide between equals, so that who counts again counts the same.
        var ordered = timely.Where(one => one.Kind == hardest).OrderBy(one => one.At ?? paid).ThenBy(one => one.VideoId, StringComparer.Ordinal);
        return Touch == Touch.First ? ordered.First() : ordered.Last();
    }
}
