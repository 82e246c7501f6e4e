namespace SoraFunctions.Pipeline.Moderation;

/// <summary>A remote judge does not answer, however often it was asked. There is no verdict then.</summary>
/// <param name="message">Which, and what it said.</param>
/// <param name="cause">What kept it.</param>
public sealed class ModeratorDownException(string message, Exception? cause = null) : IOException(message, cause);
