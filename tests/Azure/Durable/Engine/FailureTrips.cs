using Microsoft.DurableTask;

namespace SoraFunctions.Azure.Tests.Durable.Engine;

/// <summary>What becomes of an activity's exception on its way to the orchestration, in the ways that versions of the host differ.</summary>
internal static class FailureTrips
{
    /// <summary>Newer extensions carry type and message as they are.</summary>
    public static TaskFailureDetails Whole(Exception error) =>
        new(error.GetType().FullName!, error.Message, error.StackTrace, null, null);

    /// <summary>Older ones get the message alone, and guess the type.</summary>
    public static TaskFailureDetails Message(Exception error) => Guess(error.Message);

    /// <summary>Or the whole text, of which they keep the first line.</summary>
    public static TaskFailureDetails Text(Exception error) => Guess(error.ToString());

    public static IReadOnlyList<string> Names { get; } = ["whole", "message", "text"];

    public static Func<Exception, TaskFailureDetails> Named(string name) => name switch
    {
        "whole" => Whole,
        "message" => Message,
        _ => Text,
    };

    private static TaskFailureDetails Guess(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0
            ? new TaskFailureDetails("(unknown)", text, null, null, null)
            : new TaskFailureDetails(text[..colon].TrimEnd(), text[(colon + 2)..].Split('\n')[0].TrimEnd(), null, null, null);
    }
}
