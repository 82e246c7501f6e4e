namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>Durable retries: each pause survives a restart.</summary>
/// <param name="Attempts">Runs in all, 1 or more.</param>
/// <param name="FirstPause">Pause after the first failure.</param>
/// <param name="Factor">Each pause is this much longer than the one before.</param>
/// <param name="LongestPause">No pause is longer.</param>
public sealed record RetryPolicy(int Attempts, TimeSpan FirstPause, double Factor, TimeSpan LongestPause)
{
    /// <summary>Four runs over about ten seconds: for what other machines do.</summary>
    public static RetryPolicy Standard { get; } = new(4, TimeSpan.FromSeconds(1), 3, TimeSpan.FromMinutes(1));

    /// <summary>Twenty runs over an hour: for what must come about in the end.</summary>
    public static RetryPolicy Stubborn { get; } = new(20, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(5));

    /// <summary>The pause after the given failed run, counted from 1; null when there is no further run.</summary>
    public TimeSpan? PauseAfter(int run) => run >= Attempts
        ? null
        : TimeSpan.FromTicks((long)Math.Min(FirstPause.Ticks * Math.Pow(Factor, run - 1), LongestPause.Ticks));
}
