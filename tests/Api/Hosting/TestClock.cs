namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>The real time and what a test adds to it.</summary>
public sealed class TestClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
