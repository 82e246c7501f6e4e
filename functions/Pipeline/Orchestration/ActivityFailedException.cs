namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>What an orchestration catches when an activity or a sub-orchestration has failed for good.</summary>
/// <param name="name">The activity or orchestration.</param>
/// <param name="code">The code of its <see cref="FinalException"/>; <c>server_error</c> for anything else.</param>
/// <param name="message">What went wrong.</param>
public sealed class ActivityFailedException(string name, string code, string message) : Exception(message)
{
    /// <summary>The activity or orchestration.</summary>
    public string Name { get; } = name;

    /// <summary>Stable word.</summary>
    public string Code { get; } = code;
}
