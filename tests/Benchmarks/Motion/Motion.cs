namespace SoraFunctions.Benchmarks.Motion;

/// <summary>How a clip moves, by formulas that need no weights; VBench's names and scales where it has one.</summary>
internal sealed record Motion
{
    /// <summary>Mean difference of consecutive frames that counts as movement, in grey levels.</summary>
    private const double Moving = 0.3;

    /// <summary>Frames.</summary>
    public required int Frames { get; init; }

    /// <summary>1 for none: one minus the mean difference of consecutive frames over 255.</summary>
    public required double Flicker { get; init; }

    /// <summary>1 for perfect: one minus the mean difference of every other frame from the middle of its neighbours over 255.</summary>
    public required double Smoothness { get; init; }

    /// <summary>Median difference of a pixel between consecutive frames, in grey levels.</summary>
    public required double Pace { get; init; }

    /// <summary>Median change of pace from frame to frame over the median pace: steps by whole pixels show here.</summary>
    public required double Judder { get; init; }

    /// <summary>Pairs of consecutive frames of which no pixel differs by more than one level.</summary>
    public required int Frozen { get; init; }

    /// <summary>The greatest difference of a pixel between consecutive frames.</summary>
    public required int Most { get; init; }

    /// <summary>The greatest difference, over all pairs, that one pixel of a thousand exceeds.</summary>
    public required int Thousandth { get; init; }

    /// <summary>Median over the pairs of what <see cref="Benchmarks.Motion.Boil"/> leaves of the whole frame, root mean square in grey levels.</summary>
    public required double Boil { get; init; }

    /// <summary>The block that boils most: root mean square, the later frame's number, upper left pixel.</summary>
    public required (double Residual, int Frame, int X, int Y) Worst { get; init; }

    /// <summary>Whether it moves enough for judder and frozen pairs to mean something.</summary>
    public bool Moves => Pace >= Moving;

    /// <summary>Measures a clip.</summary>
    public static async Task<Motion> Of(Clip clip)
    {
        List<double> paces = [], middles = [], boils = [];
        var (frozen, most, thousandth, worst, number) = (0, 0, 0, (Residual: 0.0, Frame: 0, X: 0, Y: 0), 0);
        Frame? beforeLast = null, last = null;
        await foreach (var frame in clip.Frames())
        {
            if (last is not null)
            {
                paces.Add(frame.Difference(last));
                var extremes = frame.Extremes(last);
                if (extremes.Most <= 1) frozen++;
                (most, thousandth) = (Math.Max(most, extremes.Most), Math.Max(thousandth, extremes.Thousandth));
                var boil = Benchmarks.Motion.Boil.Of(last, frame);
                boils.Add(boil.Mean);
                if (boil.Worst > worst.Residual) worst = (boil.Worst, number, boil.X, boil.Y);
                if (beforeLast is not null && number % 2 == 0) middles.Add(last.Difference(beforeLast, frame));
            }

            (beforeLast, last) = (last, frame);
            number++;
        }

        if (number < 3) throw new InvalidDataException("The clip has fewer than three frames.");
        var pace = Median(paces);
        return new()
        {
            Frames = number,
            Flicker = 1 - (paces.Average() / 255),
            Smoothness = 1 - (middles.Average() / 255),
            Pace = pace,
            Judder = pace > 0 ? Median([.. paces.Zip(paces.Skip(1), (a, b) => Math.Abs(b - a))]) / pace : 0,
            Frozen = frozen,
            Most = most,
            Thousandth = thousandth,
            Boil = Median(boils),
            Worst = worst,
        };
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
