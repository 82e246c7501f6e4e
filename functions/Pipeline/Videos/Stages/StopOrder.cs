namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Stop making a video.</summary>
/// <param name="Reason">Shown in the status of its orchestration.</param>
public sealed record StopOrder(string Reason);
