namespace SoraFunctions.Media.Lettering;

/// <summary>How something comes, stays and goes.</summary>
/// <param name="From">First instant in seconds.</param>
/// <param name="To">Last instant in seconds.</param>
internal sealed record Motion(double From, double To)
{
    /// <summary>Seconds until it rests.</summary>
    public double In { get; init; } = 0.4;

    /// <summary>Seconds in which it goes.</summary>
    public double Out { get; init; } = 0.25;

    /// <summary>Pixels that it rises from while it comes.</summary>
    public double Rise { get; init; }

    /// <summary>Scale from which it grows.</summary>
    public double Zoom { get; init; } = 1;

    /// <summary>How it comes.</summary>
    public Func<double, double> Ease { get; init; } = Easing.OutCubic;

    /// <summary>There from the first instant to the last.</summary>
    public static Motion Still(double from, double to) => new(from, to) { In = 0, Out = 0 };

    /// <summary>The same, begun later.</summary>
    public Motion Later(double seconds) => this with { From = Math.Min(To, From + seconds) };

    /// <summary>Its pose at an instant between first and last.</summary>
    public Pose At(double seconds)
    {
        // What stays too shortly for both comes and goes the quicker.
        var hurry = Math.Min(1, (To - From) / Math.Max(1e-6, In + Out));
        var come = In <= 0 ? 1 : Math.Clamp((seconds - From) / (In * hurry), 0, 1);
        var gone = Out <= 0 ? 0 : Math.Clamp(1 - (To - seconds) / (Out * hurry), 0, 1);
        var reach = Ease(come);
        var leaving = Easing.InQuadratic(gone);
        return new Pose(
            Easing.OutCubic(Math.Min(1, come * 1.35)) * (1 - leaving),
            Rise * (1 - reach) - 0.4 * Rise * leaving,
            Zoom + (1 - Zoom) * reach,
            Math.Clamp(reach, 0, 1));
    }
}
