namespace SoraFunctions.Service.Jobs;

/// <summary>One beginning of a job.</summary>
/// <param name="Owner">The replica that began it.</param>
/// <param name="Began">When, by that replica's clock.</param>
internal sealed record JobAttempt(string Owner, DateTimeOffset Began)
{
    /// <summary>How far it is known to have come before its replica fell silent.</summary>
    public double Progress { get; init; }

    /// <summary>The last words of the process, where it had any.</summary>
    public string? LastWords { get; init; }
}
