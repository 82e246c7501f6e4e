using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SoraFunctions.Azure.Tests.Campaigns;

/// <summary>Keeps what was logged, for the message of a test that fails.</summary>
/// <param name="lowest">What is kept of it.</param>
internal sealed class FaultLog(LogLevel lowest) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    /// <summary>All of it.</summary>
    public IEnumerable<string> Lines => _lines;

    public override string ToString() => string.Join('\n', _lines.Take(10));

    public void Dispose()
    {
    }
}
