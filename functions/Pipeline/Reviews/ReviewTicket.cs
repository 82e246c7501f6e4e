namespace SoraFunctions.Pipeline.Reviews;

/// <summary>A review that was opened, or found decided.</summary>
/// <param name="Id">Which.</param>
/// <param name="IsOpen">Whether anybody has to be waited for.</param>
public sealed record ReviewTicket(string Id, bool IsOpen);
