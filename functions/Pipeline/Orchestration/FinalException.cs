namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>An activity's failure that trying again would not mend; its message is fit for the caller to read.</summary>
/// <param name="code">Stable word, such as <c>moderation_blocked</c>; goes to the video's error.</param>
/// <param name="message">What was wrong and what would be accepted.</param>
public sealed class FinalException(string code, string message) : Exception(message)
{
    /// <summary>Stable word.</summary>
    public string Code { get; } = code;
}
