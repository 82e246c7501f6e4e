namespace SoraFunctions.Contract.Renders;

/// <summary>Where a job stands in the row. It decides when the job is done, never what comes of it, so it is no part of any key.</summary>
public sealed record Turn
{
    /// <summary>How urgent it is.</summary>
    public Priority Priority { get; init; }

    /// <summary>
    /// For whom it is: parties take turns, however many jobs each has in the row. An opaque word of up to 64 letters, digits, <c>_</c> and
    /// <c>-</c>; empty for nobody in particular.
    /// </summary>
    public string Party { get; init; } = "";

    /// <summary>As urgent as most, for nobody in particular.</summary>
    public static Turn Usual { get; } = new();
}
