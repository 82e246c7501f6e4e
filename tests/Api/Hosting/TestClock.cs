namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>The real time, or that of its making, and what a test adds to it.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;

    public TimeSpan Ahead { get; set; }

    /// <summary>Whether only what is added passes.</summary>
    public bool Stopped { get; init; }

    public override DateTimeOffset GetUtcNow() => (Stopped ? _start : base.GetUtcNow()) + Ahead;
}
