namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>A film of which one wants to know whether it, or a part of it, is known. For one search at a time.</summary>
public sealed class FingerprintQuery
{
    internal FingerprintQuery(IReadOnlyList<SmallFrame> frames, IReadOnlyList<double> times) =>
        (Times, Views) = ([.. times], QueryViews.Of([.. frames]));

    private FingerprintQuery(Fingerprint fingerprint)
    {
        var descriptors = fingerprint.Descriptors.ToArray();
        (Times, Views) = ([.. descriptors.Select((_, i) => i / (double)Fingerprint.Rate)], [QueryView.Of(descriptors)]);
    }

    /// <summary>The question who has that fingerprint, or one like it: nothing is guessed, for the film itself is not there.</summary>
    /// <param name="fingerprint">What a manifest says of a film.</param>
    public static FingerprintQuery Of(Fingerprint fingerprint) => new(fingerprint);

    /// <summary>Length in seconds.</summary>
    public double Seconds => Times.Count == 0 ? 0 : Times[^1] + 1 / FingerprintReader.FramesPerSecond;

    /// <summary>When each frame is shown.</summary>
    internal IReadOnlyList<double> Times { get; }

    /// <summary>The guesses how a known video may lie in the picture.</summary>
    internal IReadOnlyList<QueryView> Views { get; }

    /// <summary>
    /// Instants that the index is held against: of each second two that lie an eighth of a second apart, one of which is near an instant of any
    /// video's fingerprint.
    /// </summary>
    /// <param name="plain">Whether of plain guesses, or of all others.</param>
    internal Seed[] Seeds(bool plain)
    {
        var frames = new SortedSet<int>();
        for (var second = Math.Min(0.5, Seconds / 2); second < Seconds; second++)
        {
            frames.Add(Math.Max(0, FrameAt(second)));
            frames.Add(Math.Max(0, FrameAt(Math.Min(Times[^1], second + 1 / FingerprintReader.FramesPerSecond))));
        }

        return [.. Views.Where(view => view.IsSeeded && view.IsPlain == plain).SelectMany(view => frames.Select(frame => Seed.Of(view, frame))).OfType<Seed>()];
    }

    /// <summary>The frame that is shown nearest to a time; -1 when none is within a sixteenth of a second and a little.</summary>
    internal int FrameAt(double seconds)
    {
        var (low, high) = (0, Times.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Times[middle] < seconds)
                low = middle + 1;
            else
                high = middle;
        }

        if (low > 0 && (low == Times.Count || seconds - Times[low - 1] < Times[low] - seconds))
            low--;
        return low < Times.Count && Math.Abs(Times[low] - seconds) <= 0.07 ? low : -1;
    }
}
