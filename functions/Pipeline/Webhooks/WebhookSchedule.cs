namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>When an event is told again to who did not hear it.</summary>
public static class WebhookSchedule
{
    private static readonly TimeSpan[] _pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>From the first attempt on, no attempt starts later.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(72);

    /// <summary>The pause after a failed attempt; each is longer than the one before, up to twelve hours.</summary>
    /// <param name="attempt">Its number, from 1.</param>
    /// <param name="elapsed">Time since the first attempt.</param>
    /// <returns>Null when no further attempt is made.</returns>
    public static TimeSpan? PauseAfter(int attempt, TimeSpan elapsed)
    {
        var pause = _pauses[Math.Min(attempt, _pauses.Length) - 1];
        return elapsed + pause <= Longest ? pause : null;
    }
}
