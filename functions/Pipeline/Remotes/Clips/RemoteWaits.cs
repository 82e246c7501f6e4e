namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>How long a remote is waited for.</summary>
public sealed record RemoteWaits
{
    /// <summary>Time between two questions where the remote doesn't say.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>No pause is longer, whatever the remote says.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a remote that has taken the order may be out of reach: as long as a server takes to be repaired.</summary>
    public TimeSpan OutOfReach { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long it may take in all: less than a host lets an activity run.</summary>
    public TimeSpan InAll { get; init; } = TimeSpan.FromMinutes(90);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
